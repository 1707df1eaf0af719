/** Fetches the engine, once. A failure is not remembered: the next call asks again. */
export const loadEngine = () => import(/* webpackChunkName: "check" */ './engine');
