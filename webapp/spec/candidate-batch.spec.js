import { CandidateBatch } from "../js/rtc/candidate-batch.js";

describe("The candidates of this side", () => {
  /** @type {string[]} */
  let delivered;
  /** @type {CandidateBatch} */
  let batch;

  beforeEach(() => {
    jasmine.clock().install();
    delivered = [];
    batch = new CandidateBatch(
      (candidates) => void delivered.push(candidates.map(({ candidate }) => candidate).join()),
    );
  });
  afterEach(() => jasmine.clock().uninstall());

  /** @param {string} candidates One letter each. */
  function gather(candidates) {
    for (const candidate of candidates) batch.add({ candidate });
  }

  it("are delivered together if they follow the first one closely, which is delivered at once", () => {
    gather("abc");
    expect(delivered).toEqual(["a"]);
    jasmine.clock().tick(20);
    expect(delivered).toEqual(["a", "b,c"]);
  });

  it("are delivered at once again after a burst", () => {
    gather("ab");
    jasmine.clock().tick(20);
    gather("c");
    expect(delivered).toEqual(["a", "b"]);
    jasmine.clock().tick(20);
    expect(delivered).toEqual(["a", "b", "c"]);
    jasmine.clock().tick(20);
    gather("d");
    expect(delivered).toEqual(["a", "b", "c", "d"]);
  });

  it("are delivered before a signal that is sent after them", () => {
    gather("abc");
    batch.flush();
    expect(delivered).toEqual(["a", "b,c"]);
    jasmine.clock().tick(100);
    expect(delivered).toEqual(["a", "b,c"]);
  });

  it("are dropped when the connection is closed", () => {
    gather("abc");
    batch.close();
    jasmine.clock().tick(100);
    expect(delivered).toEqual(["a"]);
  });
});
