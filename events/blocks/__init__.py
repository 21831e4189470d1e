"""Body blocks of the section. `links` and `words` hold what editors write; `live` shows what is published."""
