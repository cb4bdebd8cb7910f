import { expect, type Scene } from '../scene.ts';

interface DeployResult {
  readonly status: string;
  readonly numberComponentsDeployed: number;
  readonly numberComponentsTotal: number;
}

const COMMAND = ['project', 'deploy', 'start', '--source-dir', 'force-app'];

export const deploy: Scene = {
  name: 'deploy',
  title: 'The real sf CLI deploys force-app, and a second time over itself',
  play: async (stage, say) => {
    say(`$ sf ${COMMAND.join(' ')}`);
    const first = await stage.sfOk<DeployResult>(COMMAND);
    say(`  ${first.status}: ${first.numberComponentsDeployed} of ${first.numberComponentsTotal} components`);
    const second = await stage.sfOk<DeployResult>(COMMAND);
    say(`  ${second.status} again: ${second.numberComponentsDeployed} of ${second.numberComponentsTotal} components`);
    expect(first.status === 'Succeeded' && second.status === 'Succeeded', 'Both deploys succeed', [
      first.status,
      second.status,
    ]);
    return { components: first.numberComponentsDeployed, again: second.numberComponentsDeployed };
  },
};
