import departmentBlank from '../../assets/samples/附件2-空白.xlsx';
import departmentFaulty from '../../assets/samples/附件2-公安分局-有错.xlsx';
import departmentFilled from '../../assets/samples/附件2-区民政局.xlsx';
import safetyFaulty from '../../assets/samples/安全生产考评-海晨社区-有错.xlsx';
import subdistrictBlank from '../../assets/samples/附件1-空白.xlsx';
import subdistrictFaulty from '../../assets/samples/附件1-小港街道-有错.xlsx';
import subdistrictFilled from '../../assets/samples/附件1-新碶街道.xlsx';
import type { SampleName } from '../locale/workbench/messages';

interface Sample {
  readonly fileName: string;
  /** The file in base 64, as the build puts it into the script: a page opened from a folder may fetch nothing. */
  readonly data: string;
}

export const SAMPLES: Readonly<Record<SampleName, Sample>> = {
  'subdistrict-faulty': { fileName: '附件1-小港街道-有错.xlsx', data: subdistrictFaulty },
  'department-faulty': { fileName: '附件2-公安分局-有错.xlsx', data: departmentFaulty },
  'safety-faulty': { fileName: '安全生产考评-海晨社区-有错.xlsx', data: safetyFaulty },
  'subdistrict-filled': { fileName: '附件1-新碶街道.xlsx', data: subdistrictFilled },
  'department-filled': { fileName: '附件2-区民政局.xlsx', data: departmentFilled },
  'subdistrict-blank': { fileName: '附件1-空白.xlsx', data: subdistrictBlank },
  'department-blank': { fileName: '附件2-空白.xlsx', data: departmentBlank },
};

export function sampleBytes({ data }: Sample): Uint8Array {
  const binary = atob(data.slice(data.indexOf(',') + 1));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
