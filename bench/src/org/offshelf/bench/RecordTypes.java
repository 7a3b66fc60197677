package org.offshelf.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.offshelf.app.App;
import org.offshelf.app.Operator;
import org.offshelf.finding.Finding;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.listing.Listing;
import org.offshelf.notice.Notice;
import org.offshelf.source.Source;

/** The types of records that importing a notice writes. */
final class RecordTypes {

    /** Their ids begin with those of notices, and so come nearly in order. */
    private static final List<Class<? extends RegistryRecord>> IN_ORDER = List.of(Notice.class, Finding.class);
    private static final List<Class<? extends RegistryRecord>> BY_HASH = List.of(Source.class, Operator.class, App.class,
            Listing.class);

    private final Map<Class<?>, RecordType> inOrder = types(IN_ORDER);
    private final Map<Class<?>, RecordType> byHash = types(BY_HASH);

    private static Map<Class<?>, RecordType> types(List<Class<? extends RegistryRecord>> classes) {
        return classes.stream().collect(Collectors.toMap(Function.identity(), RecordType::new));
    }

    RecordType of(RegistryRecord record) {
        RecordType type = inOrder.get(record.getClass());
        return type == null ? byHash.get(record.getClass()) : type;
    }

    void declare(Tables tables) {
        inOrder.values().forEach(type -> type.tables().forEach(tables::straight));
        byHash.values().forEach(type -> type.tables().forEach(tables::sorted));
        tables.sorted(Texts.RECORDS);
        tables.straight(Revision.REVISIONS);
        tables.straight(Revision.CHANGES);
    }
}
