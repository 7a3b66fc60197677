package org.offshelf.importing;

import java.util.List;

/** A data set that cannot be loaded: says every fault with its file and row. Nothing of the set has been loaded. */
public class DataSetException extends RuntimeException {

    DataSetException(List<String> faults) {
        super("The data set is damaged; nothing of it was loaded:\n  " + String.join("\n  ", faults), null, false, false);
    }
}
