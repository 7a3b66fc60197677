package org.offshelf.importing;

import java.util.List;

/** A data set, read and found whole. */
record DataSet(Entries.Manifest manifest, List<File> files) {

    /**
     * @param name its path within the data set
     * @param sha256 of its bytes, lower-case hex
     * @param content one of the top-level records of {@link Entries}
     */
    record File(String name, String sha256, Object content) {
    }

    <T> List<T> contents(Class<T> type) {
        return files.stream().map(File::content).filter(type::isInstance).map(type::cast).toList();
    }
}
