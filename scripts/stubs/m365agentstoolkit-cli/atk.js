#!/usr/bin/env node
'use strict';
console.error(
  'The Microsoft 365 Agents Toolkit is left out of this project: the add-in has an XML manifest, which does not need it.\n' +
    'For a JSON manifest, remove the entry "@microsoft/m365agentstoolkit-cli" from "overrides" in package.json and run npm install.',
);
process.exitCode = 1;
