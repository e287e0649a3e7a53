/**
 * What a process does besides answering. `begin`: all that a start needs, then as `lead`; `lead`: what time and new versions
 * bring with them, in one process of all; `answer`: nothing.
 */
export const duties = ['begin', 'lead', 'answer'] as const
export type Duty = (typeof duties)[number]

export const isDuty = (text: string | undefined): text is Duty => duties.some((duty) => duty === text)

/** What is begun once is not begun again: whoever takes over goes on. */
export const dutyOfSuccessor = (duty: Duty): Duty => (duty === 'begin' ? 'lead' : duty)

/** Between the process that keeps the workers and one of them. */
export const lines = { ready: 'ready', retire: 'retire' } as const

/** Which of the workers a process is, from 1: whoever takes over from another has its number. */
export const firstWorker = 1

/** A program that is asked to end has so long to finish what it began. */
export const longestStopMs = 10_000
