package org.offshelf.importing;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.EmptyDatabase;

/** Makes the registry hold one of everything, as curators could have written it, and nothing else. */
@ApplicationScoped
public class SmallRegistry {

    private final EmptyDatabase database;
    private final DataSetLoader loader;

    SmallRegistry(EmptyDatabase database, DataSetLoader loader) {
        this.database = database;
        this.loader = loader;
    }

    /** @param folder to be filled with the files of the data set */
    public void make(Path folder) throws IOException {
        database.make();
        SmallDataSet.write(folder);
        loader.load(new DataSetReader(DataSetReader.Location.folder(folder)).read());
    }
}
