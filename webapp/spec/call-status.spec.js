import { CallStatus } from "../js/ui/call/call-status.js";

describe("The status line", () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it("announces of many reports about the peer the first one, and then the last one", () => {
    const status = new CallStatus();
    document.body.append(status);
    const note = () => status.querySelector(".note")?.textContent;
    for (let i = 0; i < 50; i++) status.report(`report ${i}`);
    expect(note()).toBe("report 0");
    jasmine.clock().tick(1_400);
    expect(note()).toBe("report 0");
    jasmine.clock().tick(200);
    expect(note()).toBe("report 49");
    status.report("later");
    expect(note()).toBe("report 49");
    jasmine.clock().tick(1_500);
    expect(note()).toBe("later");
    status.remove();
  });

  it("does not let the time reach a screen reader", () => {
    const status = new CallStatus();
    document.body.append(status);
    const start = Date.now();
    jasmine.clock().mockDate(new Date(start));
    status.show("Connected", "", null, start);
    const region = () => status.querySelector("[role=status]")?.innerHTML;
    const before = region();
    jasmine.clock().tick(61_000);
    expect(status.querySelector(".seconds")?.textContent).toBe("1:01");
    expect(region()).toBe(before);
    status.remove();
  });
});
