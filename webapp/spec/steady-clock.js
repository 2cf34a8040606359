/** Where a spec has a clock of its own (`jasmine.clock().mockDate()`), the steady clock follows it. */
const [RealDate, steady] = [Date, performance.now.bind(performance)];
performance.now = () => (Date === RealDate ? steady() : Date.now());
