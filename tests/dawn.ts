import { provideWebgpu } from '../scripts/dawn.mjs';

provideWebgpu();
