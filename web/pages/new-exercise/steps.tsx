/** Where one is among the four steps, and the way back to any of them. */
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const STEPS = ['what', 'days', 'owners', 'review'] as const;

export const Steps = ({
  step,
  reachable,
  onGo,
}: {
  readonly step: number;
  /** The last step that what was entered leads to. */
  readonly reachable: number;
  readonly onGo: (step: number) => void;
}): ReactNode => {
  const w = useWords(said);
  const now = useRef<HTMLButtonElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) now.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <nav aria-label={w.steps}>
      <ol className="wizard-steps">
        {STEPS.map((name, index) => {
          const n = index + 1;
          return (
            <li key={name}>
              <button
                ref={n === step ? now : null}
                type="button"
                disabled={n > reachable}
                aria-current={n === step ? 'step' : undefined}
                onClick={() => onGo(n)}
              >
                <span className="wizard-number figures" aria-hidden>
                  {n < step ? <IconCheck size={16} stroke={2.4} /> : n}
                </span>
                <span className="only-heard">{w.step(n)}: </span>
                <span>{w[name]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
