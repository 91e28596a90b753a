import { useEffect, useState } from 'react'

/** The time now in ms since 1970, renewed every `everyMs`: for texts such as "for 3 minutter siden". */
export function useNow (everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()) }, everyMs)
    return () => { clearInterval(timer) }
  }, [everyMs])
  return now
}
