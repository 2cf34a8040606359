// Runs the specs named in the address, and leaves their results in window.results when all are through.
const jasmine = window.jasmineRequire.core(window.jasmineRequire);
const environment = jasmine.getEnv();
Object.assign(window, window.jasmineRequire.interface(jasmine, environment), { jasmine });
environment.configure({ random: false });
// A busy machine takes its time; who waits for something says in vain for what before this is over.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000;

const results = [];
environment.addReporter({
  specDone: ({ fullName, status, failedExpectations }) =>
    results.push({ fullName, status, failures: failedExpectations.map(describe) }),
  suiteDone: ({ fullName, failedExpectations }) => {
    if (failedExpectations.length > 0) {
      results.push({ fullName, status: "failed", failures: failedExpectations.map(describe) });
    }
  },
  jasmineDone: ({ failedExpectations }) => {
    failedExpectations.forEach((failure) =>
      results.push({ fullName: "outside of any spec", status: "failed", failures: [describe(failure)] }),
    );
    window.results = results;
  },
});

for (const file of new URLSearchParams(location.search).getAll("spec")) {
  try {
    await import(`/specs/${file}`);
  } catch (error) {
    results.push({ fullName: file, status: "failed", failures: [`${error}\n${error.stack}`] });
  }
}
environment.execute();

function describe({ message, stack }) {
  return `${message}\n${stack ?? ""}`;
}
