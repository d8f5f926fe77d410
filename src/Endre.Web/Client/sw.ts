declare const __VERSION__: string;
declare const __ASSETS__: string[];

console.debug(__VERSION__, __ASSETS__.length);
