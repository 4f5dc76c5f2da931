import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Plain } from '../../app/plain.tsx';
import type { Me } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { CodeStep } from './code-step.tsx';
import { DemoRoles } from './demo-roles.tsx';
import type { Next } from './next.ts';
import { PasswordStep } from './password-step.tsx';
import { ProviderReturn } from './provider-return.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { TEXTS } from './texts.ts';

const PROVIDER_PATH = '/entrar/proveedor';

/** Signing in, at whatever address: the screen asked for comes afterwards. */
export default function SignInScreen({ me }: { readonly me: Me }) {
  const t = useTexts(TEXTS);
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'code' | 'recovery'>('password');
  const under = me.institution?.name;
  const go = (next: Next) => {
    if (next === 'code') setStep('code');
    else void client.resetQueries();
  };
  if (location.pathname === PROVIDER_PATH && step === 'password') {
    return (
      <Plain title={t('finishing')} under={under}>
        <ProviderReturn onNext={go} />
      </Plain>
    );
  }
  if (step === 'code') {
    return (
      <Plain title={t('codeTitle')} about={t('codeAbout')} under={under}>
        <CodeStep onNext={go} onBack={() => setStep('password')} />
      </Plain>
    );
  }
  if (step === 'recovery') {
    return (
      <Plain title={t('recoveryTitle')} about={t('recoveryAbout')} under={under}>
        <RecoveryStep onNext={go} onBack={() => setStep('password')} />
      </Plain>
    );
  }
  return (
    <Plain title={t('title')} under={under}>
      {me.demo && <DemoRoles />}
      <PasswordStep provider={me.provider} onNext={go} onLost={() => setStep('recovery')} />
    </Plain>
  );
}
