/** A unit as the roster (名册) names it. */
export interface RosterUnit {
  readonly name: string;
  /** 类别: units are ranked among those of their own category, e.g. 街道, 责任单位. */
  readonly category: string;
  /** Other names it goes by, as people write them. */
  readonly aliases: readonly string[];
}

export interface Roster {
  readonly units: readonly RosterUnit[];
}

/** The sub-districts' category and the departments', as the notice names them; a roster may have others of its own. */
export const SUBDISTRICTS = '街道';
export const DEPARTMENTS = '责任单位';
