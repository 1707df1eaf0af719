/** Sentences of the workbench around sheet and pane: opening, saving, what a file becomes. */
export interface WorkbenchMessages {
  readonly title: string;
  /** Of the browser's tab; `unsaved` marks changes that stand in no file. */
  readonly tab: (p: { file: string; unsaved: boolean }) => string;
  readonly action: {
    readonly open: string;
    readonly save: string;
    readonly undo: string;
    readonly redo: string;
    readonly start: string;
    readonly showPane: string;
    readonly hidePane: string;
    readonly resizePane: string;
    readonly close: string;
    readonly cancel: string;
  };
  readonly start: {
    readonly lead: string;
    readonly promise: string;
    readonly drop: string;
    readonly formats: string;
    readonly keys: string;
    readonly tasks: string;
    readonly task: Readonly<
      Record<StartTask, { readonly name: string; readonly about: string; readonly fileName: string }>
    >;
    readonly samples: string;
    readonly sample: Readonly<Record<SampleName, { readonly name: string; readonly about: string }>>;
  };
  readonly dropHere: (p: { files: number }) => string;
  readonly nothingReadable: string;
  readonly sheet: string;
  readonly notice: string;
  readonly loading: string;
  readonly unsaved: string;
  readonly becomesXlsx: (p: { extension: string; name: string }) => string;
  readonly saved: (p: { name: string }) => string;
  readonly downloaded: (p: { name: string }) => string;
  readonly cannotOpen: (p: { file: string; reason: string }) => string;
  readonly cannotSave: (p: { reason: string }) => string;
  readonly gridFailed: (p: { detail: string }) => string;
  readonly leave: {
    readonly heading: string;
    readonly words: (p: { file: string }) => string;
    readonly save: string;
    readonly discard: string;
  };
}

/** What the pane does without a scoring sheet; each is the pane's view of that name. */
export type StartTask = 'summary' | 'distribute';

/** The samples that come with the workbench. */
export type SampleName =
  | 'subdistrict-faulty'
  | 'department-faulty'
  | 'safety-faulty'
  | 'subdistrict-filled'
  | 'department-filled'
  | 'subdistrict-blank'
  | 'department-blank';
