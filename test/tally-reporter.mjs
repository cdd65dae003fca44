/** Prints `N passed, N failed, N skipped` alone on the last line; a suite that cannot run counts as a failure. */
export default class TallyReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stderr.write('');
    console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  }
}
