import type { Observation } from '../../hosts/selfCheck';
import type { PageQuestion, SelfCheckReliance } from '../../locale/selfCheck/messages';

/** The oldest Chromium that the pane is built for. */
const OLDEST_ENGINE = 80;
const STORAGE_KEY = 'kaohe.selfCheck';
/** 考核 in GBK. */
const GBK_BYTES = [0xbf, 0xbc, 0xba, 0xcb];

type Seen = Pick<Observation, 'seen' | 'verdict'> & { readonly detail?: string };

interface PageProbe {
  readonly question: PageQuestion;
  readonly reliance: SelfCheckReliance;
  readonly ask: () => Seen;
}

const PROBES: readonly PageProbe[] = [
  {
    question: 'engine',
    reliance: 'needed',
    ask: () => {
      const { userAgent } = navigator;
      const version = Number(/Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1] ?? NaN);
      const verdict = Number.isNaN(version) ? 'noted' : version < OLDEST_ENGINE ? 'trouble' : 'expected';
      return { seen: 'measured', detail: userAgent, verdict };
    },
  },
  {
    // Where on the disk is nobody's business but the person's.
    question: 'address',
    reliance: 'coped',
    ask: () => ({ seen: 'measured', detail: location.protocol, verdict: 'noted' }),
  },
  {
    question: 'pane-size',
    reliance: 'unused',
    ask: () => ({
      seen: 'measured',
      detail: `${innerWidth} × ${innerHeight} (${devicePixelRatio})`,
      verdict: 'noted',
    }),
  },
  {
    question: 'storage',
    reliance: 'coped',
    ask: () => {
      localStorage.setItem(STORAGE_KEY, '1');
      const kept = localStorage.getItem(STORAGE_KEY) === '1';
      localStorage.removeItem(STORAGE_KEY);
      return yesOrNo(kept);
    },
  },
  {
    question: 'clipboard',
    reliance: 'coped',
    ask: () => yesOrNo((navigator.clipboard as Clipboard | undefined) !== undefined),
  },
  {
    question: 'flex-gap',
    reliance: 'coped',
    ask: () => yesOrNo(hasFlexGap()),
  },
  {
    // The build lowers patterns for engines without it. Made while it runs: written out, such an engine would not load the script.
    question: 'lookbehind',
    reliance: 'unused',
    ask: () => yesOrNo(new RegExp('(?<=考)核').test('考核')),
  },
  {
    question: 'gbk',
    reliance: 'coped',
    ask: () => yesOrNo(new TextDecoder('gbk').decode(Uint8Array.from(GBK_BYTES)) === '考核'),
  },
];

/** What the page that the pane is can do; it copes without each of these. */
export function askPage(): Observation<PageQuestion>[] {
  return PROBES.map(({ question, reliance, ask }) => {
    try {
      const { seen, verdict, detail = '' } = ask();
      return { question, reliance, seen, verdict, detail };
    } catch (fault) {
      // What throws here is what the page does not have.
      const detail = fault instanceof Error ? fault.message : String(fault);
      const verdict = reliance === 'needed' ? 'trouble' : 'coped';
      return { question, reliance, seen: 'no', verdict, detail };
    }
  });
}

function yesOrNo(isSo: boolean): Seen {
  return isSo ? { seen: 'yes', verdict: 'expected' } : { seen: 'no', verdict: 'coped' };
}

/** No engine tells it by name: two items and a gap of one pixel are one pixel high, or none. */
function hasFlexGap(): boolean {
  const box = document.createElement('div');
  box.style.cssText = 'display:flex;flex-direction:column;row-gap:1px;position:absolute;visibility:hidden';
  box.append(document.createElement('div'), document.createElement('div'));
  document.body.append(box);
  const { scrollHeight } = box;
  box.remove();
  return scrollHeight === 1;
}
