// Copyright 2018 The Go Authors. All rights reserved.
// Use of this source code is governed by a BSD-style
// license that can be found in the LICENSE file.

"use strict";

(() => {
	const enosys = () => {
		const err = new Error("not implemented");
		err.code = "ENOSYS";
		return err;
	};

	if (!globalThis.fs) {
		let outputBuf = "";
		globalThis.fs = {
			constants: { O_WRONLY: -1, O_RDWR: -1, O_CREAT: -1, O_TRUNC: -1, O_APPEND: -1, O_EXCL: -1, O_DIRECTORY: -1 }, // unused
			writeSync(fd, buf) {
				outputBuf += decoder.decode(buf);
				const nl = outputBuf.lastIndexOf("\n");
				if (nl != -1) {
					console.log(outputBuf.substring(0, nl));
					outputBuf = outputBuf.substring(nl + 1);
				}
				return buf.length;
			},
			write(fd, buf, offset, length, position, callback) {
				if (offset !== 0 || length !== buf.length || position !== null) {
					callback(enosys());
					return;
				}
				const n = this.writeSync(fd, buf);
				callback(null, n);
			},
			chmod(path, mode, callback) { callback(enosys()); },
			chown(path, uid, gid, callback) { callback(enosys()); },
			close(fd, callback) { callback(enosys()); },
			fchmod(fd, mode, callback) { callback(enosys()); },
			fchown(fd, uid, gid, callback) { callback(enosys()); },
			fstat(fd, callback) { callback(enosys()); },
			fsync(fd, callback) { callback(null); },
			ftruncate(fd, length, callback) { callback(enosys()); },
			lchown(path, uid, gid, callback) { callback(enosys()); },
			link(path, link, callback) { callback(enosys()); },
			lstat(path, callback) { callback(enosys()); },
			mkdir(path, perm, callback) { callback(enosys()); },
			open(path, flags, mode, callback) { callback(enosys()); },
			read(fd, buffer, offset, length, position, callback) { callback(enosys()); },
			readdir(path, callback) { callback(enosys()); },
			readlink(path, callback) { callback(enosys()); },
			rename(from, to, callback) { callback(enosys()); },
			rmdir(path, callback) { callback(enosys()); },
			stat(path, callback) { callback(enosys()); },
			symlink(path, link, callback) { callback(enosys()); },
			truncate(path, length, callback) { callback(enosys()); },
			unlink(path, callback) { callback(enosys()); },
			utimes(path, atime, mtime, callback) { callback(enosys()); },
		};
	}

	if (!globalThis.process) {
		globalThis.process = {
			getuid() { return -1; },
			getgid() { return -1; },
			geteuid() { return -1; },
			getegid() { return -1; },
			getgroups() { throw enosys(); },
			pid: -1,
			ppid: -1,
			umask() { throw enosys(); },
			cwd() { throw enosys(); },
			chdir() { throw enosys(); },
		}
	}

	if (!globalThis.path) {
		globalThis.path = {
			resolve(...pathSegments) {
				return pathSegments.join("/");
			}
		}
	}

	if (!globalThis.crypto) {
		throw new Error("globalThis.crypto is not available, polyfill required (crypto.getRandomValues only)");
	}

	if (!globalThis.performance) {
		throw new Error("globalThis.performance is not available, polyfill required (performance.now only)");
	}

	if (!globalThis.TextEncoder) {
		throw new Error("globalThis.TextEncoder is not available, polyfill required");
	}

	if (!globalThis.TextDecoder) {
		throw new Error("globalThis.TextDecoder is not available, polyfill required");
	}

	const encoder = new TextEncoder("utf-8");
	const decoder = new TextDecoder("utf-8");

	globalThis.Go = class {
		constructor() {
			this.argv = ["js"];
			this.env = {};
			this.exit = (code) => {
				if (code !== 0) {
					console.warn("exit code:", code);
				}
			};
			this._exitPromise = new Promise((resolve) => {
				this._resolveExitPromise = resolve;
			});
			this._pendingEvent = null;
			this._scheduledTimeouts = new Map();
			this._nextCallbackTimeoutID = 1;

			const setInt64 = (addr, v) => {
				this.mem.setUint32(addr + 0, v, true);
				this.mem.setUint32(addr + 4, Math.floor(v / 4294967296), true);
			}

			const setInt32 = (addr, v) => {
				this.mem.setUint32(addr + 0, v, true);
			}

			const getInt64 = (addr) => {
				const low = this.mem.getUint32(addr + 0, true);
				const high = this.mem.getInt32(addr + 4, true);
				return low + high * 4294967296;
			}

			const loadValue = (addr) => {
				const f = this.mem.getFloat64(addr, true);
				if (f === 0) {
					return undefined;
				}
				if (!isNaN(f)) {
					return f;
				}

				const id = this.mem.getUint32(addr, true);
				return this._values[id];
			}

			const storeValue = (addr, v) => {
				const nanHead = 0x7FF80000;

				if (typeof v === "number" && v !== 0) {
					if (isNaN(v)) {
						this.mem.setUint32(addr + 4, nanHead, true);
						this.mem.setUint32(addr, 0, true);
						return;
					}
					this.mem.setFloat64(addr, v, true);
					return;
				}

				if (v === undefined) {
					this.mem.setFloat64(addr, 0, true);
					return;
				}

				let id = this._ids.get(v);
				if (id === undefined) {
					id = this._idPool.pop();
					if (id === undefined) {
						id = this._values.length;
					}
					this._values[id] = v;
					this._goRefCounts[id] = 0;
					this._ids.set(v, id);
				}
				this._goRefCounts[id]++;
				let typeFlag = 0;
				switch (typeof v) {
					case "object":
						if (v !== null) {
							typeFlag = 1;
						}
						break;
					case "string":
						typeFlag = 2;
						break;
					case "symbol":
						typeFlag = 3;
						break;
					case "function":
						typeFlag = 4;
						break;
				}
				this.mem.setUint32(addr + 4, nanHead | typeFlag, true);
				this.mem.setUint32(addr, id, true);
			}

			const loadSlice = (addr) => {
				const array = getInt64(addr + 0);
				const len = getInt64(addr + 8);
				return new Uint8Array(this._inst.exports.mem.buffer, array, len);
			}

			const loadSliceOfValues = (addr) => {
				const array = getInt64(addr + 0);
				const len = getInt64(addr + 8);
				const a = new Array(len);
				for (let i = 0; i < len; i++) {
					a[i] = loadValue(array + i * 8);
				}
				return a;
			}

			const loadString = (addr) => {
				const saddr = getInt64(addr + 0);
				const len = getInt64(addr + 8);
				return decoder.decode(new DataView(this._inst.exports.mem.buffer, saddr, len));
			}

			const testCallExport = (a, b) => {
				this._inst.exports.testExport0();
				return this._inst.exports.testExport(a, b);
			}

			const timeOrigin = Date.now() - performance.now();
			this.importObject = {
				_gotest: {
					add: (a, b) => a + b,
					callExport: testCallExport,
				},
				gojs: {
					// Go's SP does not change as long as no Go code is running. Some operations (e.g. calls, getters and setters)
					// may synchronously trigger a Go event handler. This makes Go code get executed in the middle of the imported
					// function. A goroutine can switch to a new stack if the current stack is too small (see morestack function).
					// This changes the SP, thus we have to update the SP used by the imported function.

					// func wasmExit(code int32)
					"runtime.wasmExit": (sp) => {
						sp >>>= 0;
						const code = this.mem.getInt32(sp + 8, true);
						this.exited = true;
						delete this._inst;
						delete this._values;
						delete this._goRefCounts;
						delete this._ids;
						delete this._idPool;
						this.exit(code);
					},

					// func wasmWrite(fd uintptr, p unsafe.Pointer, n int32)
					"runtime.wasmWrite": (sp) => {
						sp >>>= 0;
						const fd = getInt64(sp + 8);
						const p = getInt64(sp + 16);
						const n = this.mem.getInt32(sp + 24, true);
						fs.writeSync(fd, new Uint8Array(this._inst.exports.mem.buffer, p, n));
					},

					// func resetMemoryDataView()
					"runtime.resetMemoryDataView": (sp) => {
						sp >>>= 0;
						this.mem = new DataView(this._inst.exports.mem.buffer);
					},

					// func nanotime1() int64
					"runtime.nanotime1": (sp) => {
						sp >>>= 0;
						setInt64(sp + 8, (timeOrigin + performance.now()) * 1000000);
					},

					// func walltime() (sec int64, nsec int32)
					"runtime.walltime": (sp) => {
						sp >>>= 0;
						const msec = (new Date).getTime();
						setInt64(sp + 8, msec / 1000);
						this.mem.setInt32(sp + 16, (msec % 1000) * 1000000, true);
					},

					// func scheduleTimeoutEvent(delay int64) int32
					"runtime.scheduleTimeoutEvent": (sp) => {
						sp >>>= 0;
						const id = this._nextCallbackTimeoutID;
						this._nextCallbackTimeoutID++;
						this._scheduledTimeouts.set(id, setTimeout(
							() => {
								this._resume();
								while (this._scheduledTimeouts.has(id)) {
									// for some reason Go failed to register the timeout event, log and try again
									// (temporary workaround for https://github.com/golang/go/issues/28975)
									console.warn("scheduleTimeoutEvent: missed timeout event");
									this._resume();
								}
							},
							getInt64(sp + 8),
						));
						this.mem.setInt32(sp + 16, id, true);
					},

					// func clearTimeoutEvent(id int32)
					"runtime.clearTimeoutEvent": (sp) => {
						sp >>>= 0;
						const id = this.mem.getInt32(sp + 8, true);
						clearTimeout(this._scheduledTimeouts.get(id));
						this._scheduledTimeouts.delete(id);
					},

					// func getRandomData(r []byte)
					"runtime.getRandomData": (sp) => {
						sp >>>= 0;
						crypto.getRandomValues(loadSlice(sp + 8));
					},

					// func finalizeRef(v ref)
					"syscall/js.finalizeRef": (sp) => {
						sp >>>= 0;
						const id = this.mem.getUint32(sp + 8, true);
						this._goRefCounts[id]--;
						if (this._goRefCounts[id] === 0) {
							const v = this._values[id];
							this._values[id] = null;
							this._ids.delete(v);
							this._idPool.push(id);
						}
					},

					// func stringVal(value string) ref
					"syscall/js.stringVal": (sp) => {
						sp >>>= 0;
						storeValue(sp + 24, loadString(sp + 8));
					},

					// func valueGet(v ref, p string) ref
					"syscall/js.valueGet": (sp) => {
						sp >>>= 0;
						const result = Reflect.get(loadValue(sp + 8), loadString(sp + 16));
						sp = this._inst.exports.getsp() >>> 0; // see comment above
						storeValue(sp + 32, result);
					},

					// func valueSet(v ref, p string, x ref)
					"syscall/js.valueSet": (sp) => {
						sp >>>= 0;
						Reflect.set(loadValue(sp + 8), loadString(sp + 16), loadValue(sp + 32));
					},

					// func valueDelete(v ref, p string)
					"syscall/js.valueDelete": (sp) => {
						sp >>>= 0;
						Reflect.deleteProperty(loadValue(sp + 8), loadString(sp + 16));
					},

					// func valueIndex(v ref, i int) ref
					"syscall/js.valueIndex": (sp) => {
						sp >>>= 0;
						storeValue(sp + 24, Reflect.get(loadValue(sp + 8), getInt64(sp + 16)));
					},

					// valueSetIndex(v ref, i int, x ref)
					"syscall/js.valueSetIndex": (sp) => {
						sp >>>= 0;
						Reflect.set(loadValue(sp + 8), getInt64(sp + 16), loadValue(sp + 24));
					},

					// func valueCall(v ref, m string, args []ref) (ref, bool)
					"syscall/js.valueCall": (sp) => {
						sp >>>= 0;
						try {
							const v = loadValue(sp + 8);
							const m = Reflect.get(v, loadString(sp + 16));
							const args = loadSliceOfValues(sp + 32);
							const result = Reflect.apply(m, v, args);
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 56, result);
							this.mem.setUint8(sp + 64, 1);
						} catch (err) {
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 56, err);
							this.mem.setUint8(sp + 64, 0);
						}
					},

					// func valueInvoke(v ref, args []ref) (ref, bool)
					"syscall/js.valueInvoke": (sp) => {
						sp >>>= 0;
						try {
							const v = loadValue(sp + 8);
							const args = loadSliceOfValues(sp + 16);
							const result = Reflect.apply(v, undefined, args);
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 40, result);
							this.mem.setUint8(sp + 48, 1);
						} catch (err) {
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 40, err);
							this.mem.setUint8(sp + 48, 0);
						}
					},

					// func valueNew(v ref, args []ref) (ref, bool)
					"syscall/js.valueNew": (sp) => {
						sp >>>= 0;
						try {
							const v = loadValue(sp + 8);
							const args = loadSliceOfValues(sp + 16);
							const result = Reflect.construct(v, args);
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 40, result);
							this.mem.setUint8(sp + 48, 1);
						} catch (err) {
							sp = this._inst.exports.getsp() >>> 0; // see comment above
							storeValue(sp + 40, err);
							this.mem.setUint8(sp + 48, 0);
						}
					},

					// func valueLength(v ref) int
					"syscall/js.valueLength": (sp) => {
						sp >>>= 0;
						setInt64(sp + 16, parseInt(loadValue(sp + 8).length));
					},

					// valuePrepareString(v ref) (ref, int)
					"syscall/js.valuePrepareString": (sp) => {
						sp >>>= 0;
						const str = encoder.encode(String(loadValue(sp + 8)));
						storeValue(sp + 16, str);
						setInt64(sp + 24, str.length);
					},

					// valueLoadString(v ref, b []byte)
					"syscall/js.valueLoadString": (sp) => {
						sp >>>= 0;
						const str = loadValue(sp + 8);
						loadSlice(sp + 16).set(str);
					},

					// func valueInstanceOf(v ref, t ref) bool
					"syscall/js.valueInstanceOf": (sp) => {
						sp >>>= 0;
						this.mem.setUint8(sp + 24, (loadValue(sp + 8) instanceof loadValue(sp + 16)) ? 1 : 0);
					},

					// func copyBytesToGo(dst []byte, src ref) (int, bool)
					"syscall/js.copyBytesToGo": (sp) => {
						sp >>>= 0;
						const dst = loadSlice(sp + 8);
						const src = loadValue(sp + 32);
						if (!(src instanceof Uint8Array || src instanceof Uint8ClampedArray)) {
							this.mem.setUint8(sp + 48, 0);
							return;
						}
						const toCopy = src.subarray(0, dst.length);
						dst.set(toCopy);
						setInt64(sp + 40, toCopy.length);
						this.mem.setUint8(sp + 48, 1);
					},

					// func copyBytesToJS(dst ref, src []byte) (int, bool)
					"syscall/js.copyBytesToJS": (sp) => {
						sp >>>= 0;
						const dst = loadValue(sp + 8);
						const src = loadSlice(sp + 16);
						if (!(dst instanceof Uint8Array || dst instanceof Uint8ClampedArray)) {
							this.mem.setUint8(sp + 48, 0);
							return;
						}
						const toCopy = src.subarray(0, dst.length);
						dst.set(toCopy);
						setInt64(sp + 40, toCopy.length);
						this.mem.setUint8(sp + 48, 1);
					},

					"debug": (value) => {
						console.log(value);
					},
				}
			};
		}

		async run(instance) {
			if (!(instance instanceof WebAssembly.Instance)) {
				throw new Error("Go.run: WebAssembly.Instance expected");
			}
			this._inst = instance;
			this.mem = new DataView(this._inst.exports.mem.buffer);
			this._values = [ // JS values that Go currently has references to, indexed by reference id
				NaN,
				0,
				null,
				true,
				false,
				globalThis,
				this,
			];
			this._goRefCounts = new Array(this._values.length).fill(Infinity); // number of references that Go has to a JS value, indexed by reference id
			this._ids = new Map([ // mapping from JS values to reference ids
				[0, 1],
				[null, 2],
				[true, 3],
				[false, 4],
				[globalThis, 5],
				[this, 6],
			]);
			this._idPool = [];   // unused ids that have been garbage collected
			this.exited = false; // whether the Go program has exited

			// Pass command line arguments and environment variables to WebAssembly by writing them to the linear memory.
			let offset = 4096;

			const strPtr = (str) => {
				const ptr = offset;
				const bytes = encoder.encode(str + "\0");
				new Uint8Array(this.mem.buffer, offset, bytes.length).set(bytes);
				offset += bytes.length;
				if (offset % 8 !== 0) {
					offset += 8 - (offset % 8);
				}
				return ptr;
			};

			const argc = this.argv.length;

			const argvPtrs = [];
			this.argv.forEach((arg) => {
				argvPtrs.push(strPtr(arg));
			});
			argvPtrs.push(0);

			const keys = Object.keys(this.env).sort();
			keys.forEach((key) => {
				argvPtrs.push(strPtr(`${key}=${this.env[key]}`));
			});
			argvPtrs.push(0);

			const argv = offset;
			argvPtrs.forEach((ptr) => {
				this.mem.setUint32(offset, ptr, true);
				this.mem.setUint32(offset + 4, 0, true);
				offset += 8;
			});

			// The linker guarantees global data starts from at least wasmMinDataAddr.
			// Keep in sync with cmd/link/internal/ld/data.go:wasmMinDataAddr.
			const wasmMinDataAddr = 4096 + 8192;
			if (offset >= wasmMinDataAddr) {
				throw new Error("total length of command line and environment variables exceeds limit");
			}

			this._inst.exports.run(argc, argv);
			if (this.exited) {
				this._resolveExitPromise();
			}
			await this._exitPromise;
		}

		_resume() {
			if (this.exited) {
				throw new Error("Go program has already exited");
			}
			this._inst.exports.resume();
			if (this.exited) {
				this._resolveExitPromise();
			}
		}

		_makeFuncWrapper(id) {
			const go = this;
			return function () {
				const event = { id: id, this: this, args: arguments };
				go._pendingEvent = event;
				go._resume();
				return event.result;
			};
		}
	}
})();

// Makes the changes to the page that the program has noted, all those of a drawing in one
// call. wasm/_goapp/drawing.go says what they are.
//
// Others change the page, too: a translator replaces texts, a password manager adds
// buttons. So this file remembers which children each element was given. If one of them
// is missing when they are drawn again, or if a text is new, what others have put there
// goes. Otherwise it stays.
"use strict";

// What is known of each node, by its number: a text or an element's own name, attributes
// and children, and the element that it is in. Its node is made when it gets to the page.
const drawn = [];
let page = document.body.firstElementChild; // at first the prerendered one

// These attributes say only how an element begins. Their properties say how it is now.
const flags = new Set(["checked", "disabled", "hidden", "open", "selected"]);

const draw = {
  element(id, tag, namespace) {
    drawn[id] = { node: null, parent: null, children: [], tag, namespace: namespace || document.documentElement.namespaceURI, attributes: new Map() };
  },

  text(id, text) {
    drawn[id] = { node: null, parent: null, children: [], text };
  },

  forget(id) {
    drawn[id] = null;
  },

  newText(id, text) {
    const item = drawn[id];
    item.text = text;
    if (item.node) {
      item.node.data = text;
      takeBack(item.parent);
    }
  },

  attribute(id, name, value) {
    const { node, attributes } = drawn[id];
    node ? setAttribute(node, name, value) : attributes.set(name, value);
  },

  noAttribute(id, name) {
    const { node, attributes } = drawn[id];
    node ? node.removeAttribute(name) : attributes.delete(name);
  },

  children(id, list) {
    const next = list === "" ? [] : list.split(" ").map((child) => drawn[child]);
    giveChildren(drawn[id], next);
  },

  page(id) {
    const before = page;
    page = nodeOf(drawn[id], before);
    if (page !== before) before.replaceWith(page);
  },
};

// drawChanges makes changes. Each has its name, the number of a node and its other parts,
// all of which end with a NUL.
function drawChanges(text) {
  const parts = text.split("\0");
  for (let at = 0; at < parts.length - 1; ) {
    const change = draw[parts[at]];
    change(parts[at + 1], parts[at + 2], parts[at + 3]);
    at += 1 + change.length;
  }
  if (!page.isConnected) {
    document.body.prepend(page);
  }
}

function drawnNode(id) {
  return nodeOf(drawn[id]);
}

// nodeOf returns the node of an item. If it has none yet, it takes over the prerendered
// one if that is of the same kind, with what is in it, and else makes one. The browser has
// styled and painted the prerendered nodes, and does not do so again.
function nodeOf(item, prerendered) {
  if (item.node) return item.node;
  if (item.text !== undefined) {
    item.node = prerendered?.nodeType === Node.TEXT_NODE ? prerendered : document.createTextNode("");
    if (item.node.data !== item.text) item.node.data = item.text;
    return item.node;
  }
  const fits = prerendered?.localName === item.tag && prerendered.namespaceURI === item.namespace;
  const node = fits ? prerendered : document.createElementNS(item.namespace, item.tag);
  item.node = node;
  for (const { name } of [...node.attributes]) {
    if (!item.attributes.has(name)) node.removeAttribute(name);
  }
  for (const [name, value] of item.attributes) {
    if (node.getAttribute(name) !== value) setAttribute(node, name, value);
  }
  item.attributes = null;
  const had = [...node.childNodes];
  const children = item.children.map((child, i) => nodeOf(child, had[i]));
  if (had.length !== children.length || had.some((child, i) => child !== children[i])) {
    node.replaceChildren(...children);
  }
  return node;
}

function setAttribute(element, name, value) {
  if (flags.has(name)) {
    element[name] = value === "true";
  } else if (name === "value") {
    element.value = value;
  } else {
    element.setAttribute(name, value);
  }
}

// giveChildren gives an element other children than it had.
function giveChildren(element, next) {
  const { node, children: had } = element;
  element.children = next;
  const complete = node && hasAll(node, had);
  for (const child of had) child.parent = null;
  for (const child of next) child.parent = element;
  if (!node) {
    return;
  }
  if (!complete) {
    putBack(element);
    return;
  }
  for (const child of had) {
    if (child.parent === null) child.node.remove();
  }
  for (let i = next.length - 1, after = null; i >= 0; i--) {
    const child = nodeOf(next[i]);
    if (child.parentNode !== node) node.insertBefore(child, after);
    after = child;
  }
}

// hasAll reports whether an element holds all of these children in order. There may be
// others between them.
function hasAll(node, children) {
  let at = node.firstChild;
  for (const child of children) {
    while (at && at !== child.node) at = at.nextSibling;
    if (!at) return false;
    at = at.nextSibling;
  }
  return true;
}

// takeBack takes out of an element what others have put there, and puts back what they
// have taken away: also the element itself, and those around it.
function takeBack(element) {
  if (element.node.childNodes.length !== element.children.length || !hasAll(element.node, element.children)) {
    putBack(element);
  }
  for (let child = element; !child.node.isConnected && child.parent; child = child.parent) {
    if (child.node.parentNode !== child.parent.node) putBack(child.parent);
  }
}

function putBack(element) {
  element.node.replaceChildren(...element.children.map((child) => nodeOf(child)));
}

// Receives a program whole, and names what may become a script.
"use strict";

const unreachable = "the server cannot be reached";

// receive returns the program of a file, compiled. What has come may be half of it, or another
// one, out of a cache that takes it for whole. Then it is fetched once more, past the caches.
// It throws the reason if that does not help.
async function receive(file, firstAnswer, advance) {
  const answer = await firstAnswer.catch(() => {
    throw unreachable;
  });
  if (!answer.ok) {
    throw `the server answered ${answer.status}`;
  }
  try {
    return await compileProgram(answer, file, advance);
  } catch {}
  try {
    return await compileProgram(await fetch(file.address, { cache: "reload", integrity: file.integrity }), file, advance);
  } catch {
    throw navigator.onLine ? "the program arrives damaged" : unreachable;
  }
}

// compileProgram reads an answer, tells meanwhile how much of it has arrived, and compiles it.
// It throws if the answer is not the program. Without https there are no digests, and only the
// length counts.
async function compileProgram(answer, { size, integrity }, advance) {
  const bytes = new Uint8Array(size);
  let loaded = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, loaded); // throws if it is too long
    loaded += value.length;
    advance(loaded, size);
  }
  const [program, sum] = await Promise.all([WebAssembly.compile(bytes), globalThis.crypto?.subtle ? digest(bytes) : integrity]);
  if (loaded !== size || sum !== integrity) {
    throw "The answer is not the program.";
  }
  return program;
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return "sha256-" + btoa(String.fromCharCode(...sum));
}

// scriptAddress returns an address in the form in which the page may run what is there (Trusted
// Types). There are two, those of its workers.
let scriptPolicy;
function scriptAddress(address) {
  scriptPolicy ??= (globalThis.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy("close_notify", {
    createScriptURL(address) {
      if (address !== "/app-worker.js" && address !== lab.worker.address) throw new TypeError(`${address} is no script of this page.`);
      return address;
    },
  });
  return scriptPolicy.createScriptURL(address);
}

// Starts the compiler: in its worker, and in the page where there are no workers.
"use strict";

// runLab runs lab.wasm and returns its function, compile(text, release). ended is called if
// the program ends, which it does only when it crashes.
function runLab(program, ended) {
  return new Promise((ready, failed) => {
    globalThis.labReady = ready;
    const go = new Go();
    WebAssembly.instantiate(program, go.importObject)
      .then((instance) => go.run(instance))
      .then(ended)
      .catch(failed);
  });
}

// failure says why the compiler has not answered. It has no more stack than the browser gives it.
function failure(error) {
  return error instanceof RangeError ? "it is nested too deeply, or too long, for the compiler in this browser" : "the compiler has crashed at it";
}

const labFiles = {"lessons":{"name":"web/lessons.txt","size":168334,"integrity":"sha256-um/Hs9zitjeti6LDAMbhjCLscqu3I0dLxJdv3oipyfU="},"program":{"name":"web/lab.wasm","size":8188264,"integrity":"sha256-6ExWe6DErgxP9Rb5bX1piH2laKmrUvJuw1Rb2yJX+tY="},"shipped":{"name":"web/programs.bin","size":109401,"integrity":"sha256-jBJf6ohZIezdK+zsN3k2e4pvbWch7Q2b0z4Ri2nXg0k="},"worker":{"name":"web/lab_worker.js","size":18445,"integrity":"sha256-Bt8FMhCMDFMavSw2uH/baGEF7mqh9PMQJTWrdlOvRTQ="}};

// Compiles programs: fetches the compiler when it is needed for the first time, runs it in a
// worker, and ends and starts it again when it hangs or crashes. `labFiles`, put in front of this
// file when the site is made, has the names, sizes and digests of the files.
"use strict";

const lab = {
  file: (name) => ({ ...labFiles[name], address: build.build + "/" + labFiles[name].name }),

  get worker() {
    return this.file("worker");
  },

  // limit is how many milliseconds a program may take, and hurried how many more if another one
  // waits behind it. startLimit is how many the worker may take to start.
  limit: 10000,
  hurried: 5000,
  startLimit: 30000,

  program: null, // the promise of lab.wasm
  running: null, // the promise of a function that compiles
  hurry: () => {}, // gives what is being compiled only a little longer
};

// compileInLab compiles the text of a program, UTF-8, for a release, an OPENSSL_VERSION_NUMBER.
// Meanwhile it calls advance(loaded, total) while the compiler is on its way. It throws the reason
// if the compiler cannot say anything about the text. The page compiles one text at a time, and
// calls hurryLab when another one waits.
async function compileInLab(text, release, advance) {
  lab.program ??= receive(lab.file("program"), fetch(lab.file("program").address), inSteps(advance));
  let program;
  try {
    program = await lab.program;
  } catch (reason) {
    lab.program = null;
    const hint = reason === unreachable ? "" : " (if the site has been updated, reload the page)";
    throw `the compiler could not be loaded, because ${reason}${hint}`;
  }
  if (!lab.running) {
    lab.running = startWorker(program).catch(() => startInPage(program));
    lab.running.then(keepLab, () => {});
  }
  try {
    return await (await lab.running)(text, release);
  } catch (reason) {
    lab.running = null;
    throw typeof reason === "string" ? reason : failure(reason);
  }
}

function hurryLab() {
  lab.hurry();
}

// inSteps calls advance for each hundredth.
function inSteps(advance) {
  let last = -1;
  return (loaded, total) => {
    const step = Math.floor((100 * loaded) / total);
    if (step > last) advance(loaded, total);
    last = step;
  };
}

// startWorker runs the compiler in a worker. It throws where there are no workers, or if its
// script does not arrive whole. A page without an origin has no script that a worker could run.
async function startWorker(program) {
  if (self.origin === "null") throw "There are no workers here.";
  const { address, integrity } = lab.worker;
  await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  const worker = new Worker(scriptAddress(address));
  const { ready } = await ask(worker, program, lab.startLimit);
  if (!ready) {
    worker.terminate();
    throw "The worker does not start.";
  }
  return async (text, release) => {
    const { answer, failed } = await ask(worker, { text, release }, lab.limit, lab.hurried);
    if (answer) return answer;
    worker.terminate();
    throw failed;
  };
}

// ask sends a message to the worker and waits for the next one from it. It answers itself when
// the limit is over or the worker fails. Once another program waits, the limit is hurried.
function ask(worker, message, limit, hurried = limit) {
  return new Promise((resolve) => {
    let timer;
    const end = (data) => {
      clearTimeout(timer);
      lab.hurry = () => {};
      resolve(data);
    };
    const wait = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(end, limit, { failed: "the compiler has not finished with it in time" });
    };
    wait(limit);
    lab.hurry = () => {
      lab.hurry = () => {};
      wait(hurried);
    };
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ failed: failure() });
    };
    worker.postMessage(message);
  });
}

// startInPage runs the compiler in the page, which cannot be used while it compiles.
async function startInPage(program) {
  const compile = await runLab(program, () => (lab.running = null));
  return async (text, release) => {
    await new Promise((painted) => setTimeout(painted, 50)); // what the page says first
    const answer = compile(text, release);
    if (!answer) throw failure();
    return answer;
  };
}

// keepLab has the service worker keep the compiler for times without a network, from its first
// use on. The service worker may come later than that.
async function keepLab() {
  const container = self.origin === "null" ? undefined : navigator.serviceWorker;
  if (!container) return;
  if (!container.controller) {
    container.addEventListener("controllerchange", keepLab, { once: true });
    return;
  }
  for (const { address, integrity } of [lab.file("program"), lab.worker]) {
    await fetch(address, { integrity }).catch(() => {}); // the browser has it in its cache
  }
}

// shippedPrograms returns the programs that were compiled when the site was made, shippedLessons
// the texts of all scenarios.
function shippedPrograms() {
  return shipped("shipped");
}

function shippedLessons() {
  return shipped("lessons");
}

async function shipped(name) {
  const { address, integrity } = lab.file(name);
  let answer;
  try {
    answer = await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  } catch {
    throw navigator.onLine ? "it does not arrive (if the site has been updated, reload the page)" : unreachable;
  }
  if (!answer.ok) throw `the server answered ${answer.status}`;
  return new Uint8Array(await answer.arrayBuffer());
}

// Finds the lesson for a text. This is package scenarios/find once more, for no text may leave
// the device; a test holds both to the same answers. Everything known is in the index, a JSON
// file that is made with the site.
"use strict";

const findChanges = [
  [/\x1b\[[0-9;]*m/g, ""],
  [/&(#[0-9]+|[a-z]+);/g, " "],
  [/\\[nrt]/g, " "],
  [/_ssl\.c:[0-9]+/g, " "],
  [/[^\x00-\x7f]/g, " "],
  [/([a-z])([A-Z])/g, "$1 $2"],
  [/([A-Z])([A-Z][a-z])/g, "$1 $2"],
];
const findMaxText = 20000;
const findMaxLessons = 5;
const findMaxGap = 60;

// normalText makes a text comparable: words in lower case with one blank around each. It also
// returns a word for each form of a packed number.
function normalText(x, text) {
  text = [...text].slice(0, findMaxText).join("");
  for (const [pattern, change] of findChanges) text = text.replace(pattern, change);
  text = text.toLowerCase().replace(/([a-z0-9])-/g, "$1 ");
  let normal = " ";
  let forms = "";
  for (const word of text.match(/-[0-9]+|[a-z0-9]+/g) ?? []) {
    const [form, said] = codeWords(x, word);
    normal += word + " " + (said && said + " ");
    forms += said && form + " ";
  }
  for (const [two, one] of x.Joins) normal = normal.replaceAll(two, one);
  return [normal, forms];
}

// codeWords are the form of the packed number of an error and what it says, "" if the word is none.
function codeWords(x, word) {
  const decimal = /^[0-9]{9}$/.test(word);
  if (!decimal && !/^(0x)?[0-9a-f]{7,8}$/.test(word)) return ["", ""];
  const n = parseInt(word.replace(/^0x/, ""), decimal ? 10 : 16);
  const part = (bits) => Math.floor(n / 2 ** bits);
  const said = (library, reason) => x.Codes[`${library}.${reason}`] ?? "";
  if (part(31) === 1) return ["codenew", said(2, n % 2 ** 31)];
  const modern = said(part(23), n % 2 ** 23);
  return modern ? ["codenew", modern] : ["codeold", said(part(24), n % 2 ** 12)];
}

// findLessons returns what Index.Find returns.
function findLessons(x, text) {
  const [normal, forms] = normalText(x, text);
  const found = x.Features.map((f) => firstPhrase(normal + forms, f.Phrases));
  const points = lessonPoints(x, normal, found);
  const order = [...points.keys()].filter((i) => 2 * points[i] >= x.Threshold).sort((a, b) => points[b] - points[a]);
  const none = x.Lessons.length - 1;
  const answer = { Lessons: [], Found: order.length > 0 && order[0] !== none && points[order[0]] >= x.Threshold };
  let first = -1;
  for (const i of order) {
    if (i === none || (first >= 0 && points[i] < x.Also) || answer.Lessons.length === findMaxLessons) continue;
    if (first < 0) first = i;
    answer.Lessons.push(x.Lessons[i]);
  }
  const cause = answer.Found ? firstNote(x.Causes, found, first) : noNote;
  const profile = firstNote(x.Profiles, found, first);
  answer.Cause = cause.Text;
  answer.Source = cause.Source;
  answer.Release = answer.Found ? firstNote(x.Releases, found, first).Text : "";
  answer.Profile = profile.Text;
  answer.Why = profile.Source;
  answer.Recognised = recognisedParts(x, found, first, profile.With ?? []);
  return answer;
}

function recognisedParts(x, found, lesson, more) {
  const used = new Set(more);
  for (const r of x.Rules) {
    if (r.Lesson === lesson && r.Weight > 0 && conditionHolds(r, found)) (r.With ?? []).forEach((i) => used.add(i));
  }
  const said = [];
  const list = [];
  x.Features.forEach(({ Label: label }, i) => {
    const words = found[i];
    if (!words || (!label && !used.has(i)) || said.some((other) => other.includes(words) || (!label && words.includes(other)))) return;
    said.push(words);
    list.push(label.startsWith("=") ? label.slice(1) : (label && label + " ") + "“" + words + "”");
  });
  return list;
}

function firstPhrase(normal, phrases) {
  for (const phrase of phrases) {
    const words = phraseIn(normal, phrase);
    if (words) return words;
  }
  return "";
}

function phraseIn(normal, phrase) {
  const parts = phrase.split("~");
  for (let from = 0; ; from++) {
    from = normal.indexOf(parts[0], from);
    if (from < 0) return "";
    const to = phraseEnd(normal, from, parts);
    if (to > 0) return normal.slice(from, to).trim();
  }
}

function phraseEnd(normal, from, parts) {
  let to = from + parts[0].length;
  for (const part of parts.slice(1)) {
    const at = normal.indexOf(part, to - 1);
    if (at < 0 || at - to + 1 > findMaxGap) return 0;
    to = at + part.length;
  }
  return normal.indexOf(" ", to - 1);
}

function lessonPoints(x, normal, found) {
  const points = x.Lessons.map(() => 0);
  for (const word of new Set(normal.trim().split(" "))) {
    for (const p of Object.hasOwn(x.Words, word) ? x.Words[word] : []) {
      points[p.Lesson] = Math.min(points[p.Lesson] + p.Weight, x.Limit);
    }
  }
  for (const r of x.Rules) {
    if (conditionHolds(r, found)) points[r.Lesson] += r.Weight;
  }
  return points;
}

function conditionHolds(c, found) {
  return (c.With ?? []).every((i) => found[i]) && (c.Without ?? []).every((i) => !found[i]);
}

const noNote = { Text: "", Source: "" };

function firstNote(notes, found, lesson) {
  return notes.find((n) => (n.Lesson < 0 || n.Lesson === lesson) && conditionHolds(n, found)) ?? noNote;
}

// The box in which people find a lesson: they type or paste anything, and the lessons are there
// at once. "/" opens it, and so does each element of the class find-open. The index is fetched
// when it is first opened.
"use strict";

const findFile = document.currentScript.dataset; // index, its address, and its digest

const findBox = {
  dialog: null,
  index: null, // a promise
  list: null,
  more: null,
  status: null,
  text: null,
};

// make makes an element with a class, attributes, texts and children.
function findElement(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function makeFindBox() {
  const close = findElement("button", { type: "button", class: "tool" }, "Close");
  close.onclick = () => findBox.dialog.close();
  const example = "curl: (56) OpenSSL SSL_read: error:0A000126:SSL routines::unexpected eof while reading";
  const about = "An error text or number, a line of a log, a traceback, a call, a question, or the version of a package. Nothing of it leaves this device.";
  findBox.text = findElement("textarea", { id: "find-text", rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "off", translate: "no", placeholder: example, "aria-describedby": "find-about" });
  findBox.status = findElement("p", { class: "find-status", role: "status" });
  findBox.list = findElement("ul", { class: "find-list" });
  findBox.more = findElement("dl", { class: "find-more" });
  const head = findElement("div", { class: "dialog-head" }, findElement("h2", { id: "find-title" }, "Find a lesson"), close);
  const label = findElement("label", { for: "find-text" }, "What do you see?");
  const body = findElement("div", { class: "dialog-body", role: "search" }, head, label, findBox.text, findElement("p", { id: "find-about", class: "quiet" }, about), findBox.status, findBox.list, findBox.more);
  findBox.dialog = findElement("dialog", { id: "find", class: "dialog find", "aria-labelledby": "find-title" }, body);
  document.body.append(findBox.dialog);
  findBox.text.addEventListener("input", showFound);
  for (const type of ["keydown", "click"]) {
    findBox.dialog.addEventListener(type, (event) => event.stopPropagation()); // the page has keys of its own
  }
  findBox.dialog.addEventListener("keydown", moveInFindBox);
  findBox.dialog.addEventListener("pointerdown", (event) => event.target === findBox.dialog && findBox.dialog.close());
}

function openFindBox() {
  if (!findBox.dialog) makeFindBox();
  if (!findBox.dialog.open) findBox.dialog.showModal();
  findBox.text.focus();
  findBox.text.select();
  showFound();
}

// fetchFindIndex fetches the index once, and past the caches if what lies there is damaged.
function fetchFindIndex() {
  const integrity = findFile.integrity;
  findBox.index ??= fetch(findFile.index, { integrity })
    .catch(() => fetch(findFile.index, { integrity, cache: "reload" }))
    .then((answer) => answer.json());
  findBox.index.catch(() => (findBox.index = null));
  return findBox.index;
}

// showFound shows what is found for the text that is in the box now.
async function showFound() {
  const text = findBox.text.value;
  let index;
  try {
    index = await fetchFindIndex();
  } catch {
    findBox.status.textContent = "The index could not be loaded. Check the connection and type again.";
    return;
  }
  if (text !== findBox.text.value) return;
  const answer = text.trim() ? findLessons(index, text) : { Lessons: [], Recognised: [] };
  findBox.list.replaceChildren(...answer.Lessons.map(findItem));
  findBox.more.replaceChildren(...findFacts(answer));
  findBox.status.textContent = text.trim() ? sayFound(answer) : "";
}

function sayFound({ Found: found, Lessons: lessons, Profile: profile, Why: why }) {
  if (found) return lessons.length === 1 ? "One lesson:" : `${lessons.length} lessons, the best first:`;
  if (profile || why) return "";
  return lessons.length ? "No lesson is about this. The nearest:" : "No lesson is about this.";
}

// findItem is a lesson in the list.
function findItem({ Name: name, Title: title, Symptom: symptom }) {
  const play = findElement("a", { href: "/s/" + name, class: "find-lesson" }, title);
  const read = findElement("a", { href: "/lessons/" + name, class: "find-read", "aria-label": "Read about: " + title }, "Read");
  return findElement("li", {}, play, " ", read, findElement("p", {}, symptom));
}

// findFacts is what else there is to say, as terms with descriptions.
function findFacts({ Release: release, Cause: cause, Source: source, Profile: profile, Why: why, Recognised: parts }) {
  const choose = profile ? `Choose ${profile.replace("openssl-", "OpenSSL ")}: ${why}.` : why && why + ".";
  const rule = cause && (source ? `${cause} (${source})` : cause);
  const facts = { "Which release to choose": choose, "Printed by": release, "The rule": rule, Recognised: parts.join("; ") };
  return Object.entries(facts)
    .filter(([, text]) => text)
    .flatMap(([term, text]) => [findElement("dt", {}, term), findElement("dd", {}, text)]);
}

// moveInFindBox moves between the text and the lessons with the arrows. Enter opens the first.
function moveInFindBox(event) {
  const lessons = [...findBox.list.querySelectorAll(".find-lesson")];
  const at = lessons.indexOf(document.activeElement); // -1 in the text
  const inText = document.activeElement === findBox.text;
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const { value, selectionStart } = findBox.text;
  if (event.key === "Enter" && inText && lessons[0]) {
    lessons[0].click();
  } else if (event.key === "ArrowDown" && (at >= 0 || (inText && !value.slice(selectionStart).includes("\n")))) {
    lessons[at + 1]?.focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (lessons[at - 1] ?? findBox.text).focus();
  } else {
    return;
  }
  event.preventDefault();
}

// singleKeysOff reports whether the reader has turned single-letter shortcuts off.
function singleKeysOff() {
  try {
    return localStorage.getItem("close_notify.keys") === "off";
  } catch {
    return false; // storage is blocked
  }
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing || singleKeysOff()) return;
  event.preventDefault();
  openFindBox();
});
document.addEventListener("click", (event) => event.target.closest?.(".find-open") && openFindBox());
for (const button of document.querySelectorAll(".find-open")) button.hidden = false;

// Starts the playground: takes the program that early.js has begun to fetch, shows how far
// it is, starts it, and says what is wrong if it cannot. The page above is prerendered and
// can be read meanwhile.
"use strict";

// What go-app asks its page for (its own app.js has the same names).
function goappGetenv(name) {
  return { GOAPP_STATIC_RESOURCES_URL: build.build, GOAPP_INTERNAL_URLS: "[]" }[name];
}
function goappOnUpdate() {}
function goappOnAppInstallChange() {}
function goappNav() {}

const boot = {
  box: document.getElementById("boot"),
  progress: document.getElementById("boot-progress"),
  percent: document.getElementById("boot-percent"),

  // Both counts are of uncompressed bytes: a compressed Content-Length would
  // say nothing about them.
  advance(loaded, total) {
    const percent = Math.min(100, Math.floor((100 * loaded) / total));
    this.progress.value = percent;
    this.percent.textContent = percent + " %";
  },
};

// A browser that blocks storage throws when it is touched, and go-app touches it
// at the start. Give it a store that lasts as long as the page.
function allowForBlockedStorage(name) {
  try {
    window[name].length;
  } catch {
    const items = new Map();
    const store = {
      get length() { return items.size; },
      key: (i) => [...items.keys()][i] ?? null,
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, String(value)),
      removeItem: (key) => void items.delete(key),
      clear: () => items.clear(),
    };
    Object.defineProperty(window, name, { value: store, configurable: true });
  }
}

// A % that begins no escape, as a link that was cut off or typed may have it, ends
// go-app, which cannot read such an address. Escaped, it is a broken link like others.
function escapeStrayPercent() {
  const fragment = location.hash.replace(/%(?![0-9a-f]{2})/gi, "%25");
  if (fragment !== location.hash) {
    history.replaceState(history.state, "", fragment);
  }
}

// receivePlayground receives the program that early.js has begun to fetch.
async function receivePlayground() {
  const file = { address: build.program, size: Number(build.size), integrity: build.integrity };
  try {
    return await receive(file, firstAnswer, (loaded, total) => boot.advance(loaded, total));
  } catch (reason) {
    const hint = reason === unreachable ? "Check the connection and reload." : "The site may just have been updated: reload the page.";
    throw `The playground could not be loaded: ${reason}. ${hint}`;
  }
}

async function start() {
  escapeStrayPercent();
  addEventListener("popstate", escapeStrayPercent, { capture: true }); // before go-app hears it
  if (!canRun) {
    throw "The playground needs WebAssembly, which this browser does not have or does not allow. The page can be read without it.";
  }
  const slow = setTimeout(() => (boot.box.hidden = false), 300);
  allowForBlockedStorage("localStorage");
  allowForBlockedStorage("sessionStorage");
  const go = new Go();
  const [program] = await Promise.all([receivePlayground(), firstPaint()]);
  const ended = go.run(await WebAssembly.instantiate(program, go.importObject));
  clearTimeout(slow);
  boot.box.hidden = true; // the page itself says when it is "running"
  whenCalm(keepForOffline);
  lookForUpdates();
  await ended;
  throw "The playground has crashed. This is a mistake in the page; your saved scenarios are safe. Reload the page to go on.";
}

// firstPaint waits until the prerendered page is painted. A tab in the background is not.
function firstPaint() {
  return new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    if (document.hidden) painted();
  });
}

// whenCalm calls a function once the page has started.
function whenCalm(then) {
  globalThis.requestIdleCallback ? requestIdleCallback(then, { timeout: 5000 }) : setTimeout(then, 2000);
}

// The worker keeps this build for times without a network. Where workers are not
// allowed, in some embeds and private windows, the page does without.
async function keepForOffline() {
  try {
    await navigator.serviceWorker.register(scriptAddress("/app-worker.js"));
  } catch {}
}

// lookForUpdates tells the program when the site has another build than this page: each half
// hour, and when somebody comes back to the tab or to the network.
function lookForUpdates() {
  const often = 30 * 60 * 1000;
  let last = Date.now();
  const look = async () => {
    last = Date.now();
    try {
      const page = await fetch("/", { cache: "no-cache" });
      if (page.ok && !(await page.text()).includes(build.build)) goappOnUpdate();
    } catch {} // there is no network
  };
  setInterval(look, often);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last > often / 6) look();
  });
}

start().catch((reason) => sayFailed(String(reason)));
