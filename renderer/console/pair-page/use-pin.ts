import { useCallback, useEffect, useState } from 'react';
import { after } from '../../link/clock.ts';
import type { DeviceKey } from '../pairing/keys.ts';
import type { Ask, Refusal } from './ask.ts';

export const pinLength = 6;

/** The digits so far, what the host said, and how long it wants to be left alone. */
export const usePin = (ask: Ask, onPaired: (device: DeviceKey) => void) => {
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (waitSeconds <= 0) return undefined;
    return after(1000, () => setWaitSeconds((seconds) => seconds - 1));
  }, [waitSeconds]);
  const digit = useCallback((next: string) => {
    setRefusal(null);
    setPin((now) => (now.length < pinLength ? now + next : now));
  }, []);
  const erase = useCallback(() => setPin((now) => now.slice(0, -1)), []);
  const enter = async (name: string): Promise<void> => {
    setAsking(true);
    const answer = await ask(pin, name);
    setAsking(false);
    if (answer.ok) return onPaired(answer.value);
    // A lost answer says nothing about the PIN: it stays, to be sent again.
    if (answer.code !== 'link-lost') setPin('');
    setRefusal(answer);
    setWaitSeconds(answer.waitSeconds);
  };
  const canEnter = pin.length === pinLength && !isAsking && waitSeconds === 0;
  return { pin, refusal, waitSeconds, isAsking, canEnter, digit, erase, enter };
};
