import { followVisibleArea } from "../js/ui/visible-area.js";

describe("An on-screen keyboard over the page", () => {
  /** A stand-in for the VisualViewport of a telephone, whose page stays as large as it was. */
  class StandIn extends EventTarget {
    height = innerHeight;
    offsetTop = 0;
    scale = 1;

    /** @param {Partial<StandIn>} state */
    become(state) {
      Object.assign(this, { height: innerHeight, offsetTop: 0, scale: 1 }, state);
      this.dispatchEvent(new Event("offsetTop" in state ? "scroll" : "resize"));
    }
  }

  it("leaves the chat the part that it does not cover", () => {
    const viewport = new StandIn();
    const main = document.createElement("main");
    const seen = () => [
      main.style.getPropertyValue("--hidden-above"),
      main.style.getPropertyValue("--hidden-below"),
      main.hasAttribute("data-keyboard"),
    ];
    followVisibleArea(main, viewport);
    expect(seen()).toEqual(["0px", "0px", false]);
    viewport.become({ height: innerHeight - 300 });
    expect(seen()).toEqual(["0px", "300px", true]);
    viewport.become({ height: innerHeight - 300, offsetTop: 100 });
    expect(seen()).toEqual(["100px", "200px", true]);
    // Who magnifies the page sees a part of it, too.
    viewport.become({ height: innerHeight / 2, scale: 2 });
    expect(seen()).toEqual(["0px", "0px", false]);
    viewport.become({ height: innerHeight - 20.5 });
    expect(seen()[2]).toBeFalse();
    viewport.become({});
    expect(seen()).toEqual(["0px", "0px", false]);
    expect(() => followVisibleArea(main, null)).not.toThrow();
  });
});
