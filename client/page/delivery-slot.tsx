import { useState, type ReactNode } from 'react'
import type { DeliverWindowProps } from '../delivery/deliver-window.tsx'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import { later } from '../ui/later.tsx'

const DeliverWindow = later(async () => (await import('../delivery/deliver-window.tsx')).DeliverWindow, 'delivery')
const DeliveredBanner = later(async () => (await import('../delivery/delivered-banner.tsx')).DeliveredBanner, 'delivery')
const ReturnedBanner = later(async () => (await import('../delivery/delivered-banner.tsx')).ReturnedBanner, 'delivery')
const DeliveriesList = later(async () => (await import('../delivery/deliveries-list.tsx')).DeliveriesList, 'delivery')

/** The window for delivering, once somebody has asked for it: most who open a behovsmelding never do. */
export function DeliverWindowSlot (props: DeliverWindowProps): ReactNode {
  const [wanted, setWanted] = useState(false)
  if (props.open && !wanted) setWanted(true)
  // It stays once it has been there: closing it gives the focus back to what opened it.
  return wanted ? <DeliverWindow {...props} /> : null
}

/** What is told over the text of the delivery that stands. */
export function DeliveredBannerSlot (props: { readonly delivery: DeliveryMeta, readonly children: ReactNode }): ReactNode {
  return <DeliveredBanner {...props} />
}

/** What is told over the text while the last delivery is back to be corrected. Nothing otherwise. */
export function ReturnedBannerSlot ({ deliveries }: { readonly deliveries: readonly DeliveryMeta[] }): ReactNode {
  const last = deliveries.at(-1)
  return last?.returned === undefined ? null : <ReturnedBanner delivery={last} />
}

/** The panel's list of deliveries. Nothing before the first. */
export function DeliveriesSlot ({ deliveries }: { readonly deliveries: readonly DeliveryMeta[] }): ReactNode {
  return deliveries.length === 0 ? null : <DeliveriesList deliveries={deliveries} />
}
