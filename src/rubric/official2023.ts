import tables from './official2023.json';
import type { Rubric } from './rubric';

/**
 * The two scoring tables of 仑流管中心〔2023〕2号, word for word, slips of the pen and all: 附件1 for sub-districts, 附件2 for
 * departments. Used to tell what a returned sheet changed and to make blank sheets; never needed to read a table.
 */
export const OFFICIAL_2023 = tables as readonly Rubric[];
