import { DeviceSwitches } from "../js/room/local/device-switches.js";
import { Entrance } from "../js/room/local/entrance.js";
import { MemoryArea, REFUSING_AREA } from "./storage-areas.js";

describe("Which devices are on", () => {
  it("is what it was when the page comes back, with those it was joined with", () => {
    const tab = new MemoryArea();
    const before = new DeviceSwitches("room", tab);
    before.wish(["microphone"]);
    before.turn("microphone", false);
    const after = new DeviceSwitches("room", tab);
    after.comeBack();
    expect(after.wishes).toEqual(["microphone"]);
    expect([after.isOn("camera"), after.isOn("microphone")]).toEqual([true, false]);
    expect(new DeviceSwitches("another room", tab).isOn("microphone")).toBeTrue();
  });

  it("is nothing if the page cannot know", () => {
    for (const area of [new MemoryArea(), REFUSING_AREA, null]) {
      const switches = new DeviceSwitches("room", area);
      switches.comeBack();
      expect([switches.isOn("camera"), switches.isOn("microphone")]).toEqual([false, false]);
    }
    const tab = new MemoryArea();
    tab.setItem("video-chat-room:devices:room", '{"wishes":"camera","camera":1}');
    const misled = new DeviceSwitches("room", tab);
    misled.comeBack();
    expect(misled.isOn("camera")).toBeFalse();
  });

  it("is remembered by the page itself where nothing can be stored", () => {
    const switches = new DeviceSwitches("room", null);
    switches.wish(["camera", "microphone"]);
    switches.turn("camera", false);
    switches.comeBack();
    expect([switches.isOn("camera"), switches.isOn("microphone")]).toEqual([false, true]);
  });

  it("does not show the camera where a screen was, and begins anew after hanging up", () => {
    const tab = new MemoryArea();
    const before = new DeviceSwitches("room", tab);
    before.wish(["camera", "microphone"]);
    before.share(true);
    const after = new DeviceSwitches("room", tab);
    after.comeBack();
    expect([after.isOn("camera"), after.isOn("microphone")]).toEqual([false, true]);
    after.forget();
    expect(new DeviceSwitches("room", tab).isOn("camera")).toBeTrue();
  });
});

describe("The way straight in", () => {
  it("leads into rooms of before only, of those who want it", () => {
    const device = new MemoryArea();
    const entrance = new Entrance(device);
    entrance.entered("first");
    entrance.setStraightIn(true);
    expect(entrance.leadsStraightInto("first")).toBeFalse();
    entrance.entered("second");
    expect(new Entrance(device).leadsStraightInto("second")).toBeTrue();
    expect(new Entrance(device).leadsStraightInto("third")).toBeFalse();
    for (let i = 0; i < 150; i++) entrance.entered(`room ${i}`);
    expect(entrance.leadsStraightInto("second")).toBeFalse();
    entrance.setStraightIn(false);
    entrance.setStraightIn(true);
    expect(entrance.leadsStraightInto("room 149")).toBeFalse();
    device.setItem("video-chat-room:straight-in-rooms", "{");
    expect(new Entrance(device).leadsStraightInto("room 149")).toBeFalse();
  });
});
