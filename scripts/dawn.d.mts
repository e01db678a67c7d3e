export declare function provideWebgpu(): void;
