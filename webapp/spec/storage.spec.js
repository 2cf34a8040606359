import { Preference } from "../js/storage/preference.js";
import { localStore, sessionStore } from "../js/storage/storage.js";
import { REFUSING_AREA } from "./storage-areas.js";

describe("A store", () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it("keeps strings in its own storage area of the browser", () => {
    localStore().set("key", "local");
    sessionStore().set("key", "session");
    expect([localStorage.getItem("key"), sessionStorage.getItem("key")]).toEqual(["local", "session"]);
    expect([localStore().get("key"), sessionStore().get("key")]).toEqual(["local", "session"]);
    localStore().remove("key");
    expect([localStore().get("key"), sessionStore().get("key")]).toEqual([null, "session"]);
  });

  it("keeps nothing and does not throw where storage is blocked or full", () => {
    for (const area of [null, REFUSING_AREA]) {
      const store = localStore(area);
      store.set("key", "value");
      expect(store.get("key")).toBeNull();
      expect(() => store.remove("key")).not.toThrow();
    }
  });
});

describe("A preference", () => {
  afterEach(() => localStorage.clear());

  it("is remembered under its name", () => {
    expect(new Preference("example").value).toBeNull();
    new Preference("example").choose("yes");
    expect(new Preference("example").value).toBe("yes");
    expect(localStorage.getItem("video-chat-room:example")).toBe("yes");
  });

  it("lasts as long as the page where nothing can be stored", () => {
    const preference = new Preference("example", REFUSING_AREA);
    preference.choose("yes");
    expect(preference.value).toBe("yes");
    expect(new Preference("example", REFUSING_AREA).value).toBeNull();
  });
});
