import { CandidateBatch } from "../js/rtc/candidate-batch.js";

describe("This side's candidates", () => {
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

  /** @param {string} candidates Each a letter. */
  function find(candidates) {
    for (const candidate of candidates) batch.add({ candidate });
  }

  it("travel together where they follow the first one closely, which goes at once", () => {
    find("abc");
    expect(delivered).toEqual(["a"]);
    jasmine.clock().tick(20);
    expect(delivered).toEqual(["a", "b,c"]);
  });

  it("go at once again when the burst is over", () => {
    find("ab");
    jasmine.clock().tick(20);
    find("c");
    expect(delivered).toEqual(["a", "b"]);
    jasmine.clock().tick(20);
    expect(delivered).toEqual(["a", "b", "c"]);
    jasmine.clock().tick(20);
    find("d");
    expect(delivered).toEqual(["a", "b", "c", "d"]);
  });

  it("are not overtaken by what is sent after them", () => {
    find("abc");
    batch.flush();
    expect(delivered).toEqual(["a", "b,c"]);
    jasmine.clock().tick(100);
    expect(delivered).toEqual(["a", "b,c"]);
  });

  it("are forgotten when the connection is closed", () => {
    find("abc");
    batch.close();
    jasmine.clock().tick(100);
    expect(delivered).toEqual(["a"]);
  });
});
