/** How builds of ET differ from one another, and what goes wrong on a bad day. */
export interface EtQuirks {
  /**
   * What several cells give and take: nested arrays; `flat`: one row or one column comes as a plain array; `none`: no
   * arrays at all, neither given nor taken.
   */
  readonly arrays: 'nested' | 'flat' | 'none';
  /** Members that this build does not have, as `Range.Comment`: reading gives undefined, writing does nothing. */
  readonly absent: ReadonlySet<string>;
  /** `Formula` gives constants as text. */
  readonly constantsAsText: boolean;
  /** SheetChange comes after the script has ended instead of in its midst. */
  readonly lateEvents: boolean;
  /** With EnableEvents off, a script's writes are told of all the same. */
  readonly loudEvents: boolean;
  /** A sheet that is not there: an exception, or null. */
  readonly missingSheet: 'throws' | 'null';
  /** A file that cannot be opened: an exception, or null. */
  readonly failedOpen: 'throws' | 'null';
  /** FileDialog shows nothing and answers as if the user had cancelled. */
  readonly silentDialogs: boolean;
  /** A file that cannot be read: an exception, or undefined. */
  readonly failedRead: 'throws' | 'undefined';
}

/** The newest build that the facts tell of. */
export const CURRENT: EtQuirks = {
  arrays: 'nested',
  absent: new Set(),
  constantsAsText: false,
  lateEvents: false,
  loudEvents: true,
  missingSheet: 'throws',
  failedOpen: 'throws',
  silentDialogs: false,
  failedRead: 'throws',
};
