package org.offshelf.ledger;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** Reads records attribute by attribute, as Hibernate has them mapped, into the JSON of ledger lines. */
@ApplicationScoped
class Attributes {

    /** The revision says when, not what. */
    private static final Set<String> UNRECORDED = Set.of("revision");
    /** What says nothing in a new record. */
    private static final Set<String> EMPTY = Set.of("null", "[]");

    private final SessionFactoryImplementor factory;

    Attributes(SessionFactory factory) {
        this.factory = factory.unwrap(SessionFactoryImplementor.class);
    }

    String all(RegistryRecord written) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        EntityPersister persister = persister(written);
        String[] names = persister.getPropertyNames();
        Object[] values = persister.getValues(written);
        for (int i = 0; i < names.length; i++) {
            String now = Values.toJson(values[i]);
            if (!EMPTY.contains(now) && !UNRECORDED.contains(names[i])) {
                fields.add('"' + names[i] + "\":{\"new\":" + now + '}');
            }
        }
        return fields.toString();
    }

    String differences(RegistryRecord written, Map<String, Object> before) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        EntityPersister persister = persister(written);
        before.forEach((name, value) -> {
            String old = Values.toJson(value);
            String now = Values.toJson(persister.getValue(written, persister.getPropertyIndex(name)));
            if (!now.equals(old) && !UNRECORDED.contains(name)) {
                fields.add('"' + name + "\":{\"old\":" + old + ",\"new\":" + now + '}');
            }
        });
        return fields.toString();
    }

    private EntityPersister persister(RegistryRecord written) {
        return factory.getMappingMetamodel().getEntityDescriptor(Hibernate.getClass(written));
    }
}
