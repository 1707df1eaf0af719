import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { Spinner } from '../parts/Spinner';
import { useLasting } from '../parts/useLasting';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { ViewFault } from './ViewFault';

/** Only what takes longer than this is worth a word about going on. */
const MOMENT_MS = 500;

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly component: ComponentType<ViewProps> }
  | { readonly kind: 'failed' };

/**
 * A view that is fetched when it is first shown. Not React's own `lazy`: that one remembers a failure for ever, and a
 * script that did not come over a bad line should be asked for again.
 */
export function lazily(load: () => Promise<ComponentType<ViewProps>>): ComponentType<ViewProps> {
  return function LazyView(props: ViewProps) {
    const { text } = useWords();
    const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
    const fetchView = useCallback(() => {
      setLoading({ kind: 'loading' });
      load().then(
        (component) => setLoading({ kind: 'loaded', component }),
        () => setLoading({ kind: 'failed' }),
      );
    }, []);
    useEffect(fetchView, [fetchView]);
    const isLong = useLasting(loading.kind === 'loading' ? true : null, MOMENT_MS) !== null;
    switch (loading.kind) {
      case 'loaded':
        return <loading.component {...props} />;
      case 'failed':
        return <ViewFault sentence={text.viewFault.notLoaded} onRetry={fetchView} />;
      case 'loading':
        return isLong ? <Spinner label={text.viewFault.loading} /> : null;
    }
  };
}
