import { pagePath } from '@samskriv/shared/api'
import type { Request } from 'express'
import type { House } from './house.ts'

/** Where people reach us: PUBLIC_URL, or what this request came to. */
export function baseUrl (house: House, request: Request): string {
  return house.parts.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
}

/** A one-time link to show, once. */
export function linkAddress (house: House, request: Request, token: string): string {
  return baseUrl(house, request) + pagePath.link(token)
}

/** The address a request came from, for counting. */
export function addressOf (request: Request): string {
  return request.ip ?? ''
}
