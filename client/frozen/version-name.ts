import type { VersionMeta } from '@samskriv/shared/version'
import { useCallback } from 'react'
import { useText } from '../i18n/index.ts'

/** Gives what a version is called: "Versjon 2: låst", "Versjon 3: Før møtet". */
export function useVersionName (): (version: VersionMeta) => string {
  const t = useText('version')
  return useCallback(version => {
    if (version.name !== undefined) return t('versionIs', { n: version.number, why: version.name })
    const why = { 'lock': t('kindLock'), 'round': t('kindRound'), 'named': t('kindNamed'), 'before-intake': t('kindBeforeIntake'), 'before-restore': t('kindBeforeRestore') }[version.kind]
    return t('versionIs', { n: version.number, why })
  }, [t])
}
