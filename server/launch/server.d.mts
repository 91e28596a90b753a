/** Node's options. */
export declare const serverOptions: readonly string[]
/** What is set in the environment where the operator has not. */
export declare const serverEnvironment: Readonly<Record<string, string>>
