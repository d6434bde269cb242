//! What a table of a `PxWeb` server holds: its variables and their values.

use std::collections::HashMap;

use crate::{
    data::{
        Table,
        json::node::Node,
        role_of,
        table::{Label, Role},
    },
    text::SafeText,
};

/// A table before any figure of it is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub title: SafeText,
    /// Who publishes it; may be empty.
    pub source: SafeText,
    /// When it was last changed, as it says; may be empty.
    pub updated: SafeText,
    /// Its variables in order.
    pub variables: Vec<Variable>,
}

/// A variable of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variable {
    /// What it is asked by.
    pub code: SafeText,
    /// What it is called.
    pub name: SafeText,
    /// Its values in order; none where they are more than the server lists.
    pub values: Option<Vec<Label>>,
    /// It may be left out, and is then summed over, or taken as a whole, by the publisher.
    pub may_go: bool,
    /// What it is about.
    pub role: Role,
    /// It holds what was counted or measured.
    pub is_contents: bool,
}

impl About {
    /// Reads what a server of either version says of a table. None where it says something else.
    pub(crate) fn read(node: &Node) -> Option<Self> {
        if node.get("variables").list().is_empty() {
            Self::two(node)
        } else {
            Some(Self::one(node))
        }
    }

    /// Gives labels that came as codes alone the names that the table has for them.
    pub fn name(&self, table: &mut Table) {
        for dimension in &mut table.dimensions {
            let known = self.variables.iter().find(|one| one.code == dimension.code);
            let Some(known) = known else { continue };
            let values = known.values.as_deref().unwrap_or_default();
            let names: HashMap<&str, &SafeText> = values
                .iter()
                .map(|label| (label.code.as_str(), &label.text))
                .collect();
            for label in &mut dimension.labels {
                if label.text == label.code
                    && let Some(name) = names.get(label.code.as_str())
                {
                    label.text = (*name).clone();
                }
            }
        }
    }

    fn one(node: &Node) -> Self {
        let variables = node.get("variables").list().iter().map(|one| {
            let code = line(one.get("code"));
            let name = line(one.get("text"));
            let texts = one.get("valueTexts").list();
            let values = one.get("values").list().iter().enumerate();
            let values: Vec<Label> = values
                .map(|(at, code)| Label {
                    code: line(code),
                    text: texts.get(at).map_or_else(|| line(code), line),
                })
                .collect();
            let role = if one.get("time") == &Node::Flag(true) {
                Role::Time
            } else {
                role_of(&code, &name)
            };
            Variable {
                is_contents: code == "ContentsCode",
                may_go: one.get("elimination") == &Node::Flag(true),
                values: Some(values).filter(|values| !values.is_empty()),
                role,
                code,
                name,
            }
        });
        Self {
            title: line(node.get("title")),
            variables: variables.collect(),
            ..Self::default()
        }
    }

    fn two(node: &Node) -> Option<Self> {
        let ids = node.get("id").list();
        if ids.is_empty() {
            return None;
        }
        let roles = node.get("role");
        let has = |role: &str, id: &Node| roles.get(role).list().contains(id);
        let variables = ids.iter().map(|id| {
            let one = node.get("dimension").get(&id.words());
            let (code, name) = (line(id), line(one.get("label")));
            let role = if has("time", id) {
                Role::Time
            } else if has("geo", id) {
                Role::Place
            } else {
                role_of(&code, &name)
            };
            Variable {
                is_contents: has("metric", id),
                may_go: one.get("extension").get("elimination") == &Node::Flag(true),
                values: Some(values(one.get("category"))).filter(|values| !values.is_empty()),
                role,
                code,
                name,
            }
        });
        Some(Self {
            title: line(node.get("label")),
            source: line(node.get("source")),
            updated: line(node.get("updated")),
            variables: variables.collect(),
        })
    }
}

fn line(node: &Node) -> SafeText {
    SafeText::line(node.words().trim())
}

/// Reads the values of a category: a list of codes, or codes with their places.
fn values(category: &Node) -> Vec<Label> {
    let labels = category.get("label");
    let index = category.get("index");
    let mut codes: Vec<(usize, String)> = match index {
        Node::Null => labels
            .pairs()
            .iter()
            .enumerate()
            .map(|(at, (code, _))| (at, code.clone()))
            .collect(),
        index if index.pairs().is_empty() => {
            let codes = index.list().iter().enumerate();
            codes
                .map(|(at, code)| (at, code.words().into_owned()))
                .collect()
        }
        index => {
            let pairs = index.pairs().iter();
            pairs
                .map(|(code, at)| (at.whole().unwrap_or(usize::MAX), code.clone()))
                .collect()
        }
    };
    codes.sort();
    // Looked up by hand a table of thousands of values would be slow.
    let texts: HashMap<&str, &Node> = labels
        .pairs()
        .iter()
        .map(|(code, text)| (code.as_str(), text))
        .collect();
    codes
        .into_iter()
        .map(|(_, code)| Label {
            text: texts
                .get(code.as_str())
                .map_or_else(|| SafeText::line(&code), |text| line(text)),
            code: SafeText::line(&code),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::json::node::parse;

    fn read(body: &str) -> Option<About> {
        About::read(&parse(body.as_bytes()).unwrap())
    }

    #[test]
    fn both_versions_say_the_same_of_a_table() {
        let one = read(
            r#"{"title":"Folk","variables":[
            {"code":"Region","text":"region","values":["0136","0180"],"valueTexts":["Haninge","Stockholm"],"elimination":true},
            {"code":"ContentsCode","text":"tabellinneh\u00e5ll","values":["N1"],"valueTexts":["Folkm\u00e4ngd"]},
            {"code":"Tid","text":"\u00e5r","values":["2024"],"valueTexts":["2024"],"time":true}]}"#,
        )
        .unwrap();
        let two = read(
            r#"{"version":"2.0","class":"dataset","label":"Folk","id":["Region","ContentsCode","Tid"],"size":[2,1,1],
            "role":{"time":["Tid"],"metric":["ContentsCode"]},"dimension":{
            "Region":{"label":"region","category":{"index":{"0180":1,"0136":0},"label":{"0180":"Stockholm","0136":"Haninge"}},"extension":{"elimination":true}},
            "ContentsCode":{"label":"tabellinneh\u00e5ll","category":{"index":["N1"],"label":{"N1":"Folkm\u00e4ngd"}}},
            "Tid":{"label":"\u00e5r","category":{"label":{"2024":"2024"}}}}}"#,
        )
        .unwrap();
        assert_eq!(one, two);
        assert_eq!(
            one.variables[0].values.as_ref().unwrap()[1].text,
            "Stockholm"
        );
        assert!(one.variables[0].may_go && one.variables[1].is_contents);
        assert_eq!(one.variables[2].role, Role::Time);
    }

    #[test]
    fn values_that_are_too_many_to_list_are_unknown() {
        let about = read(
            r#"{"title":"x","variables":[{"code":"DeSO","text":"deso","values":null,"valueTexts":null}]}"#,
        );
        assert_eq!(about.unwrap().variables[0].values, None);
        assert_eq!(read(r#"{"title":"x","status":400}"#), None);
        assert_eq!(read("[]"), None);
    }
}
