package org.offshelf.importing.reading;

/** What a column of a list can hold. */
enum Field {
    NUMBER,
    APP,
    DEVELOPER,
    STORE,
    VERSION,
    PROBLEM,
    FILING,
    REGION,
    KIND,
    MEASURE
}
