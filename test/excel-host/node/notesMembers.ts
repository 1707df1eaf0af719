/**
 * The npm build of Office.js ends before ExcelApi 1.18, which brought notes. These are its documented members, built on
 * the client's own helpers, so that their requests go the same way as all others.
 */
export function addNotes(extension: typeof OfficeExtension, excel: typeof Excel): void {
  const helper = (extension as unknown as { BatchApiHelper: BatchApiHelper }).BatchApiHelper;
  const { ClientObject } = extension as unknown as { ClientObject: ClientObjectClass };

  class Note extends ClientObject {
    loaded = new Map<string, unknown>();
    get _className() {
      return 'Note';
    }
    get content() {
      return this.value('Content');
    }
    set content(text: unknown) {
      this.loaded.set('Content', text);
      helper.invokeSetProperty(this, 'Content', text, 0);
    }
    get authorName() {
      return this.value('AuthorName');
    }
    get visible() {
      return this.value('Visible');
    }
    set visible(visible: unknown) {
      helper.invokeSetProperty(this, 'Visible', visible, 0);
    }
    get width() {
      return this.value('Width');
    }
    set width(points: unknown) {
      helper.invokeSetProperty(this, 'Width', points, 0);
    }
    get height() {
      return this.value('Height');
    }
    set height(points: unknown) {
      helper.invokeSetProperty(this, 'Height', points, 0);
    }
    delete() {
      helper.invokeMethod(this, 'Delete', 0, [], 0, 0);
    }
    getLocation() {
      return helper.createMethodObject(excel.Range, this, 'GetLocation', 1, [], false, true, null, 4);
    }
    load(options: unknown) {
      this.context.load(this, options);
      return this;
    }
    override _handleResult(value: Record<string, unknown> | null) {
      super._handleResult(value);
      for (const [name, loaded] of Object.entries(value ?? {})) this.loaded.set(name, loaded);
    }
    private value(name: string): unknown {
      if (!this.loaded.has(name)) throw new Error(`Note.${name} is not loaded`);
      return this.loaded.get(name);
    }
  }

  class NoteCollection extends ClientObject {
    private children: Note[] | null = null;
    get _className() {
      return 'NoteCollection';
    }
    get _isCollection() {
      return true;
    }
    get items() {
      if (this.children === null) throw new Error('NoteCollection.items is not loaded');
      return this.children;
    }
    add(cell: unknown, content: string) {
      return helper.createMethodObject(Note, this, 'Add', 0, [cell, content], false, true, null, 0);
    }
    getItem(key: string) {
      return helper.createIndexerObject(Note, this, [key]);
    }
    getItemOrNullObject(key: string) {
      return helper.createMethodObject(Note, this, 'GetItemOrNullObject', 1, [key], false, false, null, 4);
    }
    load(options: unknown) {
      this.context.load(this, options);
      return this;
    }
    override _handleResult(value: { _Items?: Record<string, unknown>[] } | null) {
      super._handleResult(value);
      if (!value?._Items) return;
      this.children = value._Items.map((data, index) => {
        const child = helper.createChildItemObject(Note, false, this, data, index) as Note;
        child._handleResult(data);
        return child;
      });
    }
  }

  Object.defineProperty(excel.Worksheet.prototype, 'notes', {
    get(this: object) {
      return helper.createPropertyObject(NoteCollection, this, 'Notes', true, 4);
    },
  });
}

interface ClientObjectInstance {
  readonly context: { load(object: unknown, options: unknown): void };
  _handleResult(value: unknown): void;
}

type ClientObjectClass = new () => ClientObjectInstance;

/** What the client's generated classes are made with. */
interface BatchApiHelper {
  invokeSetProperty(object: object, name: string, value: unknown, flags: number): void;
  invokeMethod(
    object: object,
    name: string,
    operation: number,
    args: unknown[],
    flags: number,
    result: number,
  ): void;
  createPropertyObject(
    type: unknown,
    parent: object,
    name: string,
    isCollection: boolean,
    flags: number,
  ): unknown;
  createIndexerObject(type: unknown, parent: object, args: unknown[]): unknown;
  createChildItemObject(
    type: unknown,
    hasIndexer: boolean,
    parent: object,
    data: unknown,
    index: number,
  ): unknown;
  createMethodObject(
    type: unknown,
    parent: object,
    name: string,
    operation: number,
    args: unknown[],
    isCollection: boolean,
    isInvalidAfterRequest: boolean,
    getByIdMethod: string | null,
    flags: number,
  ): unknown;
}
