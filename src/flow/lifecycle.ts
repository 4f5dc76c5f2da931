/** Whether what a log says of an activity is that it began, or that it ended; capitals do not matter. */
export function isStart(lifecycle: string): boolean {
  return lifecycle.toLowerCase() === 'start';
}

export function isComplete(lifecycle: string): boolean {
  return lifecycle.toLowerCase() === 'complete';
}
