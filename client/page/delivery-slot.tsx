import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { DeliverWindowProps } from '../delivery/deliver-window.tsx'
import type { DeliveryMeta } from '@samskriv/shared/delivery'

const DeliverWindow = lazy(async () => ({ default: (await import('../delivery/deliver-window.tsx')).DeliverWindow }))
const DeliveredBanner = lazy(async () => ({ default: (await import('../delivery/delivered-banner.tsx')).DeliveredBanner }))
const ReturnedBanner = lazy(async () => ({ default: (await import('../delivery/delivered-banner.tsx')).ReturnedBanner }))
const DeliveriesList = lazy(async () => ({ default: (await import('../delivery/deliveries-list.tsx')).DeliveriesList }))

/** The window for delivering, once somebody has asked for it: most who open a behovsmelding never do. */
export function DeliverWindowSlot (props: DeliverWindowProps): ReactNode {
  const [wanted, setWanted] = useState(false)
  if (props.open && !wanted) setWanted(true)
  // It stays once it has been there: closing it gives the focus back to what opened it.
  return wanted ? <Suspense fallback={null}><DeliverWindow {...props} /></Suspense> : null
}

/** What is told over the text of the delivery that stands. */
export function DeliveredBannerSlot (props: { readonly delivery: DeliveryMeta, readonly children: ReactNode }): ReactNode {
  return <Suspense fallback={null}><DeliveredBanner {...props} /></Suspense>
}

/** What is told over the text while the last delivery is back to be corrected. Nothing otherwise. */
export function ReturnedBannerSlot ({ deliveries }: { readonly deliveries: readonly DeliveryMeta[] }): ReactNode {
  const last = deliveries.at(-1)
  return last?.returned === undefined ? null : <Suspense fallback={null}><ReturnedBanner delivery={last} /></Suspense>
}

/** The panel's list of deliveries. Nothing before the first. */
export function DeliveriesSlot ({ deliveries }: { readonly deliveries: readonly DeliveryMeta[] }): ReactNode {
  return deliveries.length === 0 ? null : <Suspense fallback={null}><DeliveriesList deliveries={deliveries} /></Suspense>
}
