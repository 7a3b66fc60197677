package org.offshelf.ledger;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads records attribute by attribute, as Hibernate has them mapped. */
@ApplicationScoped
class Attributes {

    /** The revision says when, not what. */
    private static final Set<String> UNRECORDED = Set.of("revision");

    private final SessionFactoryImplementor factory;

    Attributes(SessionFactory factory) {
        this.factory = factory.unwrap(SessionFactoryImplementor.class);
    }

    ObjectNode all(RegistryRecord written) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        EntityPersister persister = persister(written);
        String[] names = persister.getPropertyNames();
        Object[] values = persister.getValues(written);
        for (int i = 0; i < names.length; i++) {
            JsonNode now = Values.toJson(values[i]);
            boolean says = !now.isNull() && !(now.isArray() && now.isEmpty());
            if (says && !UNRECORDED.contains(names[i])) {
                fields.putObject(names[i]).set("new", now);
            }
        }
        return fields;
    }

    ObjectNode differences(RegistryRecord written, Map<String, JsonNode> before) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        EntityPersister persister = persister(written);
        before.forEach((name, old) -> {
            JsonNode now = Values.toJson(persister.getValue(written, persister.getPropertyIndex(name)));
            if (!now.equals(old) && !UNRECORDED.contains(name)) {
                fields.putObject(name).set("old", old);
                ((ObjectNode) fields.get(name)).set("new", now);
            }
        });
        return fields;
    }

    private EntityPersister persister(RegistryRecord written) {
        return factory.getMappingMetamodel().getEntityDescriptor(org.hibernate.Hibernate.getClass(written));
    }
}
