import { Component } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { ViewFault } from './ViewFault';

interface ViewBoundaryProps {
  /** Shown in the place of a view that brings its own heading. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
}

interface ViewBoundaryState {
  /** What a view threw while it was drawn; null while all is well. */
  readonly detail: string | null;
}

/** Keeps a fault inside one view from blanking the pane. React asks for a class here. */
export class ViewBoundary extends Component<ViewBoundaryProps, ViewBoundaryState> {
  override state: ViewBoundaryState = { detail: null };

  static getDerivedStateFromError(thrown: unknown): ViewBoundaryState {
    return { detail: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return (
      <>
        {this.props.heading}
        <DrawingFault detail={detail} onRetry={() => this.setState({ detail: null })} />
      </>
    );
  }
}

function DrawingFault({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  const { text } = useWords();
  return <ViewFault sentence={text.fault.internal({ detail })} onRetry={onRetry} />;
}
