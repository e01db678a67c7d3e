import type { ReactNode } from 'react';
import { GainControl } from '#ui/controls/gain/GainControl.tsx';
import { BranchCompanions } from './BranchCompanions.tsx';
import { ChoiceControl } from './ChoiceControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';

/** Every control of the walk, and what stands below them. */
export function ControlColumn({ children }: { children?: ReactNode }) {
  return (
    <div className="control-column">
      <NumberControl name="depth" />
      <NumberControl name="width" />
      <ChoiceControl name="f" />
      <GainControl />
      <ChoiceControl name="pass" />
      <ChoiceControl name="weights" />
      <ChoiceControl name="ensemble" />
      <ChoiceControl name="sampler" />
      <SwitchControl name="tied" />
      <SwitchControl name="contrast" />
      <ChoiceControl name="norm" />
      <NumberControl name="residual" />
      <BranchCompanions />
      <NumberControl name="walks" />
      <NumberControl name="input" />
      <NumberControl name="bias" />
      {children}
    </div>
  );
}
