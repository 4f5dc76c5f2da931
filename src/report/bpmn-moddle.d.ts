/** The little that is used of `bpmn-moddle`, whose types do not name its door. */
declare module 'bpmn-moddle' {
  /** An element of a BPMN file. */
  export interface ModdleElement {
    readonly $type: string;
    [property: string]: unknown;
  }

  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
