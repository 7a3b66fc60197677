package org.offshelf.database;

/** No database to work with. The message is one sentence for whoever started the registry: what is wrong, what to do. */
public class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
