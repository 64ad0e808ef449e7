/** Keys that work everywhere (ux §12): off inside inputs, during IME composition (Telex, VNI), and when switched off. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { kept } from '../words/kept.ts';

const GO = { h: '/', v: '/viec', d: '/dien-tap', s: '/san-sang', i: '/hop-thu', l: '/lich' } as const;
const GO_WITHIN_MS = 1_500;

/** Whether a key belongs to what is being typed. */
export const isTyping = (event: KeyboardEvent): boolean => {
  const { target } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || !!target.closest('[role="dialog"]')
  );
};

export const useKeys = (): void => {
  const navigate = useNavigate();
  const wentAt = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event) || kept('keys') === 'off') return;
      const isSecond = Date.now() - wentAt.current < GO_WITHIN_MS;
      wentAt.current = event.key === 'g' ? Date.now() : 0;
      const to = isSecond ? GO[event.key as keyof typeof GO] : undefined; // anything else finds nothing
      if (to) void navigate({ to });
      else if (event.key === '?') void navigate({ to: '/tro-giup' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);
};
