export const sfPath: string;
export const silence: Record<string, string>;
export function sfEnvironment(folder: string, base?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export function linkPlugin(dataFolder: string): void;
